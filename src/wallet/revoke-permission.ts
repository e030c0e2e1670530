import { answerWithin } from './answer-within'

type Provider = { readonly request: (args: { method: string; params?: unknown }) => Promise<unknown> }

const PATIENCE_MS = 3_000

/** Asks a wallet to forget this page (EIP-2255). False where it can't, won't or does not answer; never throws. */
export async function revokePermission(provider: Promise<unknown> | undefined): Promise<boolean> {
  try {
    const wallet = (await answerWithin(Promise.resolve(provider), PATIENCE_MS, '')) as Provider | undefined
    if (!wallet) return false
    const asked = wallet.request({ method: 'wallet_revokePermissions', params: [{ eth_accounts: {} }] })
    await answerWithin(asked, PATIENCE_MS, '')
    return true
  } catch {
    return false
  }
}
