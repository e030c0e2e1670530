import { erc20Abi, multicall3Abi, type Address } from 'viem'

import { plainText } from '../chain/plain-text'
import { read, type Readings } from '../chain/read'
import type { Token } from './watch-asset'

/** A token as config.json names it. */
export type ConfiguredToken = {
  readonly address: Address
  /** Its name there. */
  readonly name: string
  /** The system it belongs to, where it is one system’s. */
  readonly of?: string | undefined
}

/** What an account holds of one thing, in base units; undefined where that could not be read. */
export type Holding = {
  readonly key: string
  readonly label: string
  readonly of?: string | undefined
  readonly amount: { readonly value: bigint; readonly decimals: number } | undefined
  /** What a wallet can be asked to list. */
  readonly token?: Token | undefined
}

/** Of the network's own coin, where Multicall3 can tell it in the same read, and of each token. */
export function holdingReads(
  account: Address,
  tokens: readonly ConfiguredToken[],
  multicall3: Address | undefined,
) {
  const at = multicall3 && ({ address: multicall3, label: 'Multicall3', abi: multicall3Abi } as const)
  return {
    coin: at && read({ ...at, functionName: 'getEthBalance', args: [account] }),
    tokens: tokens.map((token) => {
      const contract = { address: token.address, label: token.name, abi: erc20Abi } as const
      return {
        ...token,
        symbol: read({ ...contract, functionName: 'symbol' }),
        decimals: read({ ...contract, functionName: 'decimals' }),
        balance: read({ ...contract, functionName: 'balanceOf', args: [account] }),
      }
    }),
  }
}

/** One line each, the coin first. A token whose name can't be read goes by the one in config.json. */
export function holdingsOf(
  { coin, tokens }: Readings<ReturnType<typeof holdingReads>>,
  native: { readonly symbol: string; readonly decimals: number },
): readonly Holding[] {
  const own: Holding[] = coin
    ? [
        {
          key: 'coin',
          label: native.symbol,
          amount: coin.isKnown ? { value: coin.value, decimals: native.decimals } : undefined,
        },
      ]
    : []
  return [
    ...own,
    ...tokens.map(({ address, name, of, symbol, decimals, balance }): Holding => {
      const label = symbol.isKnown ? plainText(symbol.value, 12) : name
      const isKnown = balance.isKnown && decimals.isKnown
      return {
        key: address,
        label,
        of,
        amount: isKnown ? { value: balance.value, decimals: decimals.value } : undefined,
        token:
          symbol.isKnown && decimals.isKnown
            ? { address, symbol: symbol.value, decimals: decimals.value }
            : undefined,
      }
    }),
  ]
}
