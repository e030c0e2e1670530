import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Address } from 'viem'
import { serve, type Served } from '../../devnet/serve'

type Config = NonNullable<Parameters<typeof serve>[0]['config']>

/**
 * The production build with one more script, the first of the page: a browser wallet whose transactions the chain signs
 * itself (the account is impersonated there). Not every driver can run something before the page's own scripts.
 */
export async function serveWithWallet(config: Config, nodeUrl: string, account: Address): Promise<Served> {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-site-'))
  cpSync('dist', dir, { recursive: true })
  const page = join(dir, 'index.html')
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<title>', '<script src="./wallet.js"></script><title>'),
  )
  writeFileSync(join(dir, 'wallet.js'), `(${announce.toString()})(${JSON.stringify({ nodeUrl, account })})`)
  const site = await serve({ dir, config })
  return {
    ...site,
    stop: async () => {
      await site.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Runs in the page: announces the wallet, and keeps in `window.seen` what no page of ours may do. */
function announce({ nodeUrl, account }: { nodeUrl: string; account: Address }): void {
  const seen: string[] = []
  Object.assign(window, { seen })
  addEventListener('error', ({ message }) => seen.push(message))
  addEventListener('unhandledrejection', ({ reason }) => seen.push(String(reason)))
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    seen.push(`${effectiveDirective} blocked ${blockedURI}`),
  )
  const ask = async (method: string, params: unknown) => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const answer = await fetch(nodeUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    const { result, error } = (await answer.json()) as { result?: unknown; error?: { message: string } }
    if (error) throw Object.assign(new Error(error.message), error)
    return result
  }
  let isAuthorised = false
  const provider = {
    request: ({ method, params = [] }: { method: string; params?: unknown }) => {
      if (method === 'eth_requestAccounts' || method === 'wallet_requestPermissions') isAuthorised = true
      if (method === 'eth_requestAccounts') return Promise.resolve([account])
      if (method === 'eth_accounts') return Promise.resolve(isAuthorised ? [account] : [])
      if (method === 'eth_chainId' || method === 'eth_sendTransaction') return ask(method, params)
      return Promise.reject(Object.assign(new Error(`No ${method} here.`), { code: 4200 }))
    },
    on: () => provider,
    removeListener: () => provider,
  }
  const icon = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
  const info = {
    uuid: '350670db-19fa-4704-a166-e52e178b59d2',
    name: 'Test Wallet',
    icon,
    rdns: 'test.wallet',
  }
  const detail = Object.freeze({ info, provider })
  const say = () => dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }))
  addEventListener('eip6963:requestProvider', say)
  say()
}
