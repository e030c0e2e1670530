import type { Address } from 'viem'

import { connection } from '../chain/connection'
import { answerWithin } from './answer-within'
import { walletReason } from './wallet-reason'
import { t } from '../words/t'

type Provider = { readonly request: (args: { method: string; params?: unknown }) => Promise<unknown> }
export type Token = { readonly address: Address; readonly symbol: string; readonly decimals: number }

const PATIENCE_MS = 20_000
const SILENT = t`The wallet has not answered. Open it and answer there.`

/** Asks the wallet to list a token (EIP-747); gives what became of it, as a sentence. Never throws. */
export async function askToWatch({ address, symbol, decimals }: Token): Promise<string> {
  try {
    const provider = (await connection.get().getProvider?.()) as Provider | undefined
    if (!provider) return t`The wallet was disconnected.`
    const asked = provider.request({
      method: 'wallet_watchAsset',
      params: { type: 'ERC20', options: { address, symbol, decimals } },
    })
    const isAdded = await answerWithin(asked, PATIENCE_MS, SILENT)
    return isAdded === true ? t`${symbol} is listed in your wallet.` : t`The wallet did not add ${symbol}.`
  } catch (error) {
    return error instanceof Error && error.message === SILENT ? SILENT : walletReason(error)
  }
}
