import { displayAmount, displayBps, displayRatio } from '../math/amount'
import { displayDuration } from '../math/time'
import { WAD } from '../math/units'
import { feeYearText } from './format'
import type { BackingState, Parameters } from './snapshot'
import { t } from '../words/t'

/** What a parameter is called, how its number is written, and what a change of it does. */
export type ParameterWords = {
  readonly name: string
  readonly text: (value: bigint) => string
  readonly means: string
}

const ratio = (value: bigint) => displayRatio(value, WAD)
const tusdt = (value: bigint) => `${displayAmount(value, 18)} TUSDT`
/** An address as a number: the beginning and the end of it. */
const address = (value: bigint) => {
  const hex = value.toString(16).padStart(40, '0')
  return value === 0n ? 'none' : `0x${hex.slice(0, 4)}…${hex.slice(-4)}`
}

/** Of a type, in the order of the contract's keys. rules.md C3 */
export const vaultParameters: readonly ParameterWords[] = [
  {
    name: t`Mint ratio`,
    text: ratio,
    means: t`Draws, and withdrawals with debt, are judged by it. It liquidates nobody.`,
  },
  { name: t`Liquidation ratio`, text: ratio, means: t`Every vault is judged by it from then on.` },
  {
    name: t`Fee a year`,
    text: feeYearText,
    means: t`Debts grow by it from then on; what has grown stays.`,
  },
  {
    name: t`Penalty`,
    text: displayBps,
    means: t`Applies to liquidations from then on; a running auction keeps its own.`,
  },
  { name: t`Late fee`, text: displayBps, means: t`Applies to due dates from then on.` },
  { name: t`Grace time`, text: displayDuration, means: t`Applies to due dates from then on.` },
  {
    name: t`Least debt`,
    text: tusdt,
    means: t`It binds draws, and what a take of an auction may leave. Nobody has to pay because of it.`,
  },
  { name: t`Line`, text: tusdt, means: t`The most that can be owed, whatever the pool holds.` },
  { name: t`Part of the pool`, text: displayBps, means: t`The ceiling is at most this part of the pool.` },
  { name: t`Step of the ceiling`, text: tusdt, means: t`The ceiling rises by at most this at once.` },
  {
    name: t`Time between steps`,
    text: displayDuration,
    means: t`The ceiling rises once in this time at most.`,
  },
  {
    name: t`Age of the pool’s liquidity`,
    text: displayDuration,
    means: t`Older than this it is unknown, and nothing can be drawn.`,
  },
  {
    name: t`Keeper’s part`,
    text: displayBps,
    means: t`Of the penalty, for whoever liquidates; it holds for auctions that begin or are restarted from then on.`,
  },
  { name: t`First price of an auction`, text: ratio, means: t`Of the current price, at its beginning.` },
  {
    name: t`Fall of an auction’s price`,
    text: displayDuration,
    means: t`In this time it would reach 0.`,
  },
  { name: t`Time until a reset`, text: displayDuration, means: t`After it an auction must be restarted.` },
  {
    name: t`Lowest price of an auction`,
    text: ratio,
    means: t`Below this part of its first price it must be restarted.`,
  },
  {
    name: t`Price module`,
    text: address,
    means: t`Vaults are judged by another price; auctions that are running must be restarted.`,
  },
  { name: t`Liquidity source`, text: address, means: t`The ceiling follows another pool.` },
  { name: t`Pauser`, text: address, means: t`Who may stop opening and drawing.` },
]

/** Of the backing, in the order of the contract's keys. rules.md C2, C12 */
export const backingParameters: readonly ParameterWords[] = [
  { name: t`Target`, text: ratio, means: t`Minting stays above it, and today’s cap goes by it.` },
  { name: t`Level 0`, text: ratio, means: t`Below it TAO is sold for TUSDT.` },
  { name: t`Recovery`, text: ratio, means: t`A sale of TAO goes on until the backing is there.` },
  { name: t`Part of what is added`, text: ratio, means: t`So much of it counts in the cap of its day.` },
  { name: t`First price of a sale`, text: ratio, means: t`Of the current price, at its beginning.` },
  { name: t`Fall of a sale’s price`, text: displayDuration, means: t`In this time it would reach 0.` },
  { name: t`Time until a reset`, text: displayDuration, means: t`After it a sale must be restarted.` },
  {
    name: t`Lowest price of a sale`,
    text: ratio,
    means: t`Below this part of its first price it must be restarted.`,
  },
  { name: t`Protocol`, text: address, means: t`Who may add to the backing and take from it.` },
  { name: t`Pauser`, text: address, means: t`Who may stop minting, and nothing else.` },
]

/** The values of now, in the same order. */
export function backingValues(p: BackingState['parameters']): readonly bigint[] {
  return [
    ...[p.target, p.level0, p.recovery, p.safety, p.bufferWad, p.tau, p.tail, p.cusp],
    ...[BigInt(p.protocol), BigInt(p.pauser)],
  ]
}

/** Of a delayed price, in the order of the contract's keys. rules.md C8 */
export const priceParameters: readonly ParameterWords[] = [
  {
    name: t`Source`,
    text: address,
    means: t`What is queued is void then: there is no price until the new source was queued twice.`,
  },
  { name: t`Second source`, text: address, means: t`Asked where the first has no answer.` },
  { name: t`Age of an answer`, text: displayDuration, means: t`An older answer is not queued.` },
  { name: t`Age of a price`, text: displayDuration, means: t`An older price is too old to be used.` },
  {
    name: t`Distance of the second source`,
    text: displayBps,
    means: t`Farther from the last price its answer is not queued.`,
  },
  { name: t`Emergency`, text: address, means: t`Who may freeze the price.` },
]

/** Place of the liquidation ratio among those of a type. */
export const LIQUIDATION_RATIO = 1

/** The values of now, in the same order. */
export function vaultValues(p: Parameters): readonly bigint[] {
  return [
    ...[p.mintRatio, p.liquidationRatio, p.feeRay, p.penaltyBps, p.lateBps, p.graceSeconds, p.dust],
    ...[p.line, p.ceilingBps, p.gap, p.ttlSeconds, p.liquidityMaxAge, p.keeperBps, p.buffer],
    ...[p.tauSeconds, p.tailSeconds, p.cusp],
    ...[BigInt(p.priceModule), BigInt(p.liquiditySource), BigInt(p.pauser)],
  ]
}
