/**
 * What happened in the vaults, in days relative to the end, whole USDT, and people by their index in `accounts.ts`.
 * Shares are whole mUSDT. Locks are numbered from 1 in the order of time.
 */
import type { Abi } from 'viem'
import { gTokenStandInAbi } from '../../../abis/GTokenStandIn'
import { musdtVaultAbi } from '../../../abis/MUSDTVault'

export type VaultEvent =
  | [at: number, act: 'deposit' | 'request' | 'redeem', who: number, amount: number]
  | [at: number, act: 'lock', who: number, usdt: number, days: number]
  | [at: number, act: 'unlock', who: number, lock: number]
  | [at: number, act: 'transfer', who: number, lock: number, to: number]
  | [at: number, act: 'cancel', who: number, amount: number, epoch: number]
  | [at: number, act: 'collateralize', percent: number]
  | [at: number, act: 'reward', usdt: number]
  | [at: number, act: 'nextEpoch' | 'capSupply']

export type VaultPlan = {
  readonly name: string
  readonly abi: Abi
  /** What it is there for. */
  readonly shows: string
  readonly events: readonly VaultEvent[]
}

/** CR in percent by day, as the traders win and lose: in between it moves steadily, with some noise. */
export const collateralization = [
  [-99, 101],
  [-92, 106],
  [-86, 113],
  [-80, 124],
  [-74, 138],
  [-70, 152],
  [-67, 151],
  [-64, 141],
  [-58, 126],
  [-52, 115],
  [-46, 105],
  [-41, 97],
  [-37, 95],
  [-33, 98],
  [-28, 104],
  [-22, 114],
  [-17, 123],
  [-14, 125],
  [-10, 117],
  [-6, 114],
  [0, 112],
] as const

/** The vault the app shows. Epoch 134 runs from a day before the end, so that the request window is open for one more. */
export const epochs: VaultPlan = {
  name: 'mUSDT vault',
  abi: musdtVaultAbi,
  shows: 'epochs of 3 days; CR 112%, a lock of every age, requests pending, executable and void',
  events: [
    [-99.98, 'deposit', 1, 240_000],
    [-99.97, 'deposit', 2, 180_000],
    [-99.96, 'deposit', 3, 130_000],
    [-99.95, 'deposit', 4, 90_000],
    [-99.94, 'deposit', 0, 20_000],
    [-96.4, 'lock', 2, 3_000, 365],
    [-88.3, 'lock', 6, 2_500, 30],
    [-75.6, 'lock', 0, 2_000, 21],
    [-61.2, 'lock', 0, 3_500, 120],
    [-57.8, 'unlock', 6, 2],
    [-54.3, 'unlock', 0, 3],
    [-53.6, 'request', 2, 15_000],
    [-47.1, 'redeem', 2, 15_000],
    [-45.2, 'lock', 1, 4_000, 90],
    [-41.4, 'request', 3, 9_000],
    [-38.5, 'cancel', 3, 4_000, 123],
    [-38.2, 'lock', 3, 5_000, 60],
    [-33.4, 'redeem', 3, 5_000],
    [-30.6, 'transfer', 1, 5, 0],
    [-28, 'lock', 0, 1_500, 30],
    [-24.3, 'lock', 5, 3_000, 180],
    [-20.4, 'lock', 0, 1_000, 14],
    [-17.9, 'lock', 4, 2_200, 14],
    [-15, 'request', 0, 1_200],
    [-14.9, 'request', 7, 500],
    [-12.4, 'redeem', 7, 500],
    [-6.1, 'request', 0, 2_000],
    [-5.9, 'request', 4, 6_000],
    [-3.2, 'request', 0, 1_000],
    [-2.9, 'request', 2, 8_000],
    [-0.7, 'redeem', 4, 2_500],
    [-0.5, 'request', 3, 3_000],
    [-0.1, 'lock', 0, 2_500, 365],
    [-0.05, 'collateralize', 112],
  ],
}

export const instant: VaultPlan = {
  name: 'Instant vault',
  abi: musdtVaultAbi,
  shows: 'no epochs: redeems at once',
  events: [
    [-40.3, 'deposit', 1, 50_000],
    [-40.2, 'deposit', 0, 10_000],
    [-35.3, 'collateralize', 108],
    [-25.3, 'lock', 0, 400, 14],
    [-20.2, 'reward', 150],
    [-10.3, 'redeem', 1, 5_000],
    [-5.3, 'collateralize', 104],
  ],
}

/** Epochs, 3 days or a little longer, each started by somebody's transaction; the last is a day old at the end. */
const pokes = Array.from({ length: 10 }, (_, index): VaultEvent => [-28.1 + 3.01 * index, 'nextEpoch'])

export const gToken: VaultPlan = {
  name: 'GToken',
  abi: gTokenStandInAbi,
  shows: "a live GToken's rules: PnL counts from the next epoch on, which somebody has to start",
  events: [
    [-30.3, 'deposit', 1, 300_000],
    [-30.2, 'deposit', 0, 15_000],
    [-29.3, 'collateralize', 103],
    ...pokes,
    [-27.3, 'lock', 0, 2_000, 14],
    [-20.3, 'capSupply'],
    [-17.3, 'reward', 1_200],
    [-16.3, 'collateralize', 98],
    [-14.3, 'deposit', 2, 4_000],
    [-11.3, 'collateralize', 113],
    [-8.3, 'lock', 0, 1_500, 90],
    [-6.3, 'request', 0, 3_000],
    [-5.9, 'request', 1, 20_000],
    [-3.7, 'collateralize', 114],
    [-0.8, 'redeem', 1, 8_000],
    [-0.6, 'request', 0, 1_000],
    [-0.4, 'collateralize', 109],
  ],
}
