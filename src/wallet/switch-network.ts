import { numberToHex, type Chain } from 'viem'

import { answerWithin } from './answer-within'
import { t } from '../words/t'

type Provider = { readonly request: (args: { method: string; params?: unknown }) => Promise<unknown> }

const UNKNOWN_CHAIN = 4902
const PATIENCE_MS = 20_000
const SILENT = t`The wallet has not answered. Open it and answer there, or change the network in the wallet itself.`

/**
 * Asks a wallet to change to this chain; one that does not know it is asked to add it. `tell` is called when the wallet
 * is there, also when it takes longer than this waits: not every wallet tells by itself.
 * @throws what the wallet throws, and a sentence when it stays where it is or does not answer
 */
export function requestSwitch(provider: unknown, chain: Chain, tell: () => void): Promise<void> {
  return answerWithin(switchTo(provider as Provider, chain, tell), PATIENCE_MS, SILENT)
}

async function switchTo(wallet: Provider, chain: Chain, tell: () => void): Promise<void> {
  const chainId = numberToHex(chain.id)
  try {
    await wallet.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] })
  } catch (error) {
    if (!isUnknownChain(error)) throw error
    await wallet.request({ method: 'wallet_addEthereumChain', params: [described(chain)] })
  }
  if ((await wallet.request({ method: 'eth_chainId' })) !== chainId)
    throw new Error('It stayed on its own network.')
  tell()
}

function described({ id, name, nativeCurrency, rpcUrls, blockExplorers }: Chain) {
  return {
    chainId: numberToHex(id),
    chainName: name,
    nativeCurrency,
    rpcUrls: rpcUrls.default.http,
    ...(blockExplorers && { blockExplorerUrls: [blockExplorers.default.url] }),
  }
}

/** Some wrap it in an internal error. */
function isUnknownChain(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { code, cause, data, originalError } = error as Record<string, unknown>
  return (
    code === UNKNOWN_CHAIN || [cause, data, originalError].some((part) => isUnknownChain(part, depth + 1))
  )
}
