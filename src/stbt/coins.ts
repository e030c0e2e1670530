import { erc20Abi, type Address } from 'viem'

import { stbtMinterAbi } from '../../abis/StbtMinter'
import { read, type Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import type { CoinUnits } from './account-events'
import { t } from '../words/t'

/** More coins than this are no list but an attack. */
const MOST_COINS = 50

/** Which coins mint STBT, and where redeemed STBT goes. */
export function coinListReads(minter: Address) {
  const target = { address: minter, label: t`Minter`, abi: stbtMinterAbi, args: [] } as const
  return {
    list: read({ ...target, functionName: 'getCoinsInfo', rule: 'T6' }),
    pool: read({ ...target, functionName: 'poolAccount', rule: 'T6' }),
  }
}

export const coinAddresses = ({ list }: Readings<ReturnType<typeof coinListReads>>): readonly Address[] =>
  (knownValue(list)?.[0] ?? []).slice(0, MOST_COINS)

/** What the coins are called, and their decimals. */
export function coinWordsReads(coins: readonly Address[]) {
  return coins.map((address) => {
    const token = { address, label: t`Coin`, abi: erc20Abi, args: [] } as const
    return {
      symbol: read({ ...token, functionName: 'symbol' }),
      decimals: read({ ...token, functionName: 'decimals' }),
    }
  })
}

/** A coin without a symbol that can be shown as it is goes by its address. */
export const nameOf = (address: Address, symbol: string | undefined): string =>
  symbol !== undefined && /^[!-~]{1,12}$/.test(symbol) ? symbol : address.slice(0, 8)

/** Those that tell their decimals. */
export function coinUnits(
  coins: readonly Address[],
  words: Readings<ReturnType<typeof coinWordsReads>>,
): CoinUnits {
  return new Map(
    coins.flatMap((address, index) => {
      const decimals = knownValue(words[index]?.decimals)
      const symbol = nameOf(address, knownValue(words[index]?.symbol))
      return decimals === undefined ? [] : [[address, { symbol, decimals }] as const]
    }),
  )
}
