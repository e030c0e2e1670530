/** The twelve coins that mint STBT. rules.md T11 */
import type { Address } from 'viem'

export type Coin = {
  readonly symbol: string
  readonly decimals: number
  /** Fee of a deposit in basis points. */
  readonly feeBps: bigint
  /** Whether a redemption can be paid in it. */
  readonly isPayable: boolean
}

/** By the name that the deployment gives its address; Tether's own token is everybody's. */
export const coins = {
  usdc: { symbol: 'USDC', decimals: 6, feeBps: 0n, isPayable: true },
  usdt: { symbol: 'USDT', decimals: 6, feeBps: 0n, isPayable: true },
  dai: { symbol: 'DAI', decimals: 18, feeBps: 0n, isPayable: true },
  busd: { symbol: 'BUSD', decimals: 18, feeBps: 0n, isPayable: false },
  lusd: { symbol: 'LUSD', decimals: 18, feeBps: 10n, isPayable: false },
  mim: { symbol: 'MIM', decimals: 18, feeBps: 30n, isPayable: false },
  frax: { symbol: 'FRAX', decimals: 18, feeBps: 5n, isPayable: false },
  usdp: { symbol: 'USDP', decimals: 18, feeBps: 0n, isPayable: false },
  susd: { symbol: 'SUSD', decimals: 18, feeBps: 10n, isPayable: false },
  tusd: { symbol: 'TUSD', decimals: 18, feeBps: 5n, isPayable: false },
  usdd: { symbol: 'USDD', decimals: 18, feeBps: 20n, isPayable: false },
  gusd: { symbol: 'GUSD', decimals: 2, feeBps: 0n, isPayable: true },
} as const satisfies Record<string, Coin>

export type CoinName = keyof typeof coins
export type CoinAddresses = { readonly [Name in CoinName]: Address }

export const coinNames = Object.keys(coins) as CoinName[]

/** A whole amount in units of a coin. */
export const inCoin = (name: CoinName, whole: number): bigint =>
  BigInt(whole) * 10n ** BigInt(coins[name].decimals)
