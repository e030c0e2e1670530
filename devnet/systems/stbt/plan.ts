/**
 * What people did with STBT, in days relative to the end, whole units, and people by their index in `accounts.ts`. Both
 * instances live through the same; requests are named, so that a later event can speak of one.
 */
import type { CoinName } from './coins'

/** Fee rate and prices are 1e18 = 1; `otherFees` in whole units of the coin, on top of what the quote knows. */
export type Settlement = {
  readonly feeRate: bigint
  readonly executionPrice: bigint
  readonly otherFees: number
}

export type StbtEvent =
  | [at: number, act: 'mint', request: string, who: number, coin: CoinName, amount: number]
  | [at: number, act: 'redeem', request: string, who: number, coin: CoinName, amount: number]
  | [at: number, act: 'execute' | 'cancel' | 'reschedule', request: string]
  | [at: number, act: 'settle', request: string, settlement: Settlement]
  | [at: number, act: 'transfer', who: number, to: number, amount: number]
  | [at: number, act: 'courtTransfer', who: number, to: number, amount: number]
  | [at: number, act: 'wrap' | 'unwrap', who: number, amount: number]
  | [at: number, act: 'permit', who: number, send: boolean, receive: boolean, until: number | 'ever']
  | [at: number, act: 'document', name: string, version: number]
  | [at: number, act: 'removeDocument', name: string]

const exact: Settlement = { feeRate: 10n ** 15n, executionPrice: 10n ** 18n, otherFees: 0 }
/** Sold before maturity at 0.9965 after 0.9970, and a trading fee that no quote knew. rules.md T9 */
const different: Settlement = { feeRate: 10n ** 15n, executionPrice: 999_498_495_486_459_378n, otherFees: 12 }

/** One large deposit in each coin in turn, and how many days its issue took. */
const others = [
  [-330, 'tusd', 1, 180_000, 2],
  [-301, 'busd', 2, 95_000, 3],
  [-274, 'lusd', 3, 40_000, 4],
  [-246, 'mim', 4, 25_000, 2],
  [-218, 'frax', 5, 60_000, 5],
  [-189, 'susd', 6, 32_000, 3],
  [-162, 'usdd', 7, 18_000, 1],
  [-134, 'usdt', 1, 250_000, 2],
  [-108, 'gusd', 4, 75_000, 4],
  [-77, 'usdp', 5, 110_000, 2],
  [-48, 'dai', 6, 64_000, 3],
  [-26, 'usdc', 7, 90_000, 1],
] as const

export const events: readonly StbtEvent[] = [
  [-367.5, 'mint', 'first', 1, 'usdc', 3_000_000],
  [-367.4, 'mint', 'second', 2, 'dai', 1_000_000],
  [-367.3, 'mint', 'third', 3, 'usdp', 400_000],
  [-367.2, 'mint', 'mine', 0, 'usdt', 60_000],
  [-366.9, 'execute', 'first'],
  [-366.89, 'execute', 'second'],
  [-366.88, 'execute', 'third'],
  [-366.87, 'execute', 'mine'],
  ...others.flatMap(([at, coin, who, amount, days]): StbtEvent[] => [
    [at, 'mint', coin, who, coin, amount],
    [at + days, 'execute', coin],
  ]),

  // What the demo account has done.
  [-240.6, 'mint', 'more', 0, 'usdc', 20_000],
  [-237.4, 'execute', 'more'],
  [-180.3, 'transfer', 0, 4, 1_500],
  [-152.5, 'redeem', 'paid', 0, 'usdc', 5_000],
  [-151.4, 'execute', 'paid'],
  [-147.6, 'settle', 'paid', exact],
  [-121.3, 'wrap', 0, 10_000],
  [-96.2, 'courtTransfer', 4, 0, 250],
  [-61.5, 'redeem', 'paidLess', 0, 'usdt', 8_000],
  [-57.4, 'settle', 'paidLess', different],
  [-56.3, 'execute', 'paidLess'],
  [-40.7, 'transfer', 1, 0, 2_500],
  [-33.2, 'unwrap', 0, 2_000],

  // Requests in every state.
  [-20.5, 'redeem', 'cancelledRedeem', 1, 'usdc', 15_000],
  [-19.4, 'cancel', 'cancelledRedeem'],
  [-12.5, 'mint', 'cancelledMint', 0, 'frax', 2_000],
  [-11.4, 'cancel', 'cancelledMint'],
  [-9.6, 'mint', 'rescheduled', 5, 'usdp', 6_000],
  [-8.6, 'cancel', 'rescheduled'],
  [-7.6, 'reschedule', 'rescheduled'],
  [-6.5, 'redeem', 'unsettled', 0, 'usdc', 3_000],
  [-5.4, 'execute', 'unsettled'],
  [-4.6, 'redeem', 'settledFirst', 0, 'gusd', 2_500],
  [-3.6, 'settle', 'settledFirst', exact],
  [-3.4, 'mint', 'lapsed', 2, 'dai', 12_000],
  [-1.5, 'mint', 'ready', 0, 'dai', 7_500],
  [-1.4, 'redeem', 'readyRedeem', 0, 'usdc', 1_200],
  [-0.06, 'mint', 'queued', 0, 'usdc', 5_000],
  [-0.04, 'redeem', 'queuedRedeem', 0, 'usdt', 1_000],

  // Permissions: the demo account's ends in six weeks, Ada's within two days, Bruno's has ended; account 14 has none.
  [-200, 'permit', 0, true, true, 45],
  [-200, 'permit', 1, true, true, 1.5],
  [-200, 'permit', 2, true, true, -3],
  [-200, 'permit', 3, false, true, 'ever'],
  [-200, 'permit', 8, true, false, 'ever'],

  [-360, 'document', 'Prospectus', 1],
  [-359.9, 'document', 'Old terms', 1],
  [-100.5, 'document', 'Prospectus', 2],
  [-50.5, 'removeDocument', 'Old terms'],
  [-30.5, 'document', 'Reserve report', 1],
]
