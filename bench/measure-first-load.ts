import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'

/** Budgets of the first view of `#/stake`, before anybody connects. */
export const budget = { scriptBytes: 130_000, requests: 12 }

type Script = { readonly name: string; readonly bytes: number }
type FirstLoad = {
  /** Every script the page loaded, bytes after gzip. */
  readonly scripts: readonly Script[]
  readonly scriptBytes: number
  /** Every request to the site itself (scripts, styles, config, icons). */
  readonly requests: readonly string[]
  /** JSON-RPC methods asked for until the page was settled. */
  readonly rpcMethods: readonly string[]
}

/** Opens `#/stake` in a fresh page and lists what it took until the series are on screen and nothing is under way. */
export async function measureFirstLoad(page: Page, url: string): Promise<FirstLoad> {
  const { origin } = new URL(url)
  const requests: string[] = []
  const scripts: Promise<Script>[] = []
  const rpcMethods = watchRpc(page, origin)
  page.on('request', (request) => {
    if (request.url().startsWith(origin)) requests.push(request.url().slice(origin.length))
  })
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    const name = new URL(response.url()).pathname
    scripts.push(response.body().then((body) => ({ name, bytes: gzipSync(body, { level: 9 }).length })))
  })
  await page.goto(`${url}#/stake`)
  await page.getByRole('textbox', { name: 'Amount' }).first().waitFor()
  await page.waitForLoadState('networkidle')
  const loaded = await Promise.all(scripts)
  const scriptBytes = loaded.reduce((sum, { bytes }) => sum + bytes, 0)
  return { scripts: loaded, scriptBytes, requests, rpcMethods: [...rpcMethods] }
}

type RpcCall = { readonly method: string }

/**
 * Collects the methods of the page's JSON-RPC requests, one entry per HTTP request (a batch is joined by "+"); the list
 * grows while the page lives. Requests elsewhere than to `origin`, the site's, are to nodes.
 */
export function watchRpc(page: Page, origin: string): readonly string[] {
  const methods: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || request.url().startsWith(origin)) return
    const body = request.postDataJSON() as RpcCall | readonly RpcCall[]
    methods.push(
      [body]
        .flat()
        .map(({ method }) => method)
        .join('+'),
    )
  })
  return methods
}

/**
 * JSON-RPC requests of a settled page while `blocks` blocks are mined, by method. Each block is waited for on screen, so
 * the ticker's own polls (`eth_getBlockByNumber`) depend on how fast that goes; every other method may come once a block.
 */
export async function measurePerBlock(
  page: Page,
  url: string,
  mine: () => Promise<unknown>,
  blocks: number,
): Promise<Record<string, number>> {
  const methods = watchRpc(page, new URL(url).origin)
  for (let done = 0; done < blocks; done += 1) {
    const footer = page.getByRole('contentinfo')
    const before = /block [\d,]+/.exec(await footer.innerText())?.[0] ?? 'no block'
    await mine()
    await expect(footer).not.toContainText(before)
    await page.waitForLoadState('networkidle')
  }
  const counts: Record<string, number> = {}
  for (const method of methods) counts[method] = (counts[method] ?? 0) + 1
  return counts
}
