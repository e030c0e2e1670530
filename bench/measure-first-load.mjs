import { gzipSync } from 'node:zlib'
import { expect } from '@playwright/test'

/** Budgets of the first view of `#/stake`, before anybody connects. */
export const budget = { scriptBytes: 130_000, requests: 12 }

/**
 * @typedef {object} FirstLoad
 * @property {{ name: string, bytes: number }[]} scripts Every script the page loaded, bytes after gzip.
 * @property {number} scriptBytes
 * @property {string[]} requests Every request to the site itself (scripts, styles, config, icons).
 * @property {string[]} rpcMethods JSON-RPC methods asked for until the page was settled.
 */

/**
 * Opens `#/stake` in a fresh page and lists what it took until the series are on screen and nothing is under way.
 * @param {import('@playwright/test').Page} page Not yet navigated.
 * @param {string} url Address of the site.
 * @returns {Promise<FirstLoad>}
 */
export async function measureFirstLoad(page, url) {
  const { origin } = new URL(url)
  /** @type {string[]} */
  const requests = []
  /** @type {Promise<{ name: string, bytes: number }>[]} */
  const scripts = []
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

/**
 * Collects the methods of the page's JSON-RPC requests, one entry per HTTP request (a batch is joined by "+").
 * @param {import('@playwright/test').Page} page
 * @param {string} origin Of the site: requests elsewhere are to nodes.
 * @returns {string[]} grows while the page lives
 */
export function watchRpc(page, origin) {
  /** @type {string[]} */
  const methods = []
  page.on('request', (request) => {
    if (request.method() !== 'POST' || request.url().startsWith(origin)) return
    const body = request.postDataJSON()
    methods.push((Array.isArray(body) ? body : [body]).map((call) => call.method).join('+'))
  })
  return methods
}

/**
 * JSON-RPC requests of a settled page while `blocks` blocks are mined, by method. Each block is waited for on screen, so
 * the ticker's own polls (`eth_getBlockByNumber`) depend on how fast that goes; every other method may come once a block.
 * @param {import('@playwright/test').Page} page
 * @param {string} url
 * @param {() => Promise<unknown>} mine
 * @param {number} blocks
 * @returns {Promise<Record<string, number>>}
 */
export async function measurePerBlock(page, url, mine, blocks) {
  const methods = watchRpc(page, new URL(url).origin)
  for (let done = 0; done < blocks; done += 1) {
    const footer = page.getByRole('contentinfo')
    const before = /block [\d,]+/.exec(await footer.innerText())?.[0] ?? 'no block'
    await mine()
    await expect(footer).not.toContainText(before)
    await page.waitForLoadState('networkidle')
  }
  /** @type {Record<string, number>} */
  const counts = {}
  for (const method of methods) counts[method] = (counts[method] ?? 0) + 1
  return counts
}
