import { displayAmount, displayBps, displayRatio } from '../math/amount'
import { displayDuration } from '../math/time'
import { WAD } from '../math/units'
import { feeYearText } from './format'
import type { BackingState, Parameters } from './snapshot'

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
    name: 'Mint ratio',
    text: ratio,
    means: 'Draws, and withdrawals with debt, are judged by it. It liquidates nobody.',
  },
  { name: 'Liquidation ratio', text: ratio, means: 'Every vault is judged by it from then on.' },
  {
    name: 'Fee a year',
    text: feeYearText,
    means: 'Debts grow by it from then on; what has grown stays.',
  },
  {
    name: 'Penalty',
    text: displayBps,
    means: 'It holds for liquidations from then on; an auction that runs keeps its own.',
  },
  { name: 'Late fee', text: displayBps, means: 'It holds for due dates from then on.' },
  { name: 'Grace time', text: displayDuration, means: 'It holds for due dates from then on.' },
  {
    name: 'Least debt',
    text: tusdt,
    means: 'It binds draws, and what a take of an auction may leave. Nobody has to pay because of it.',
  },
  { name: 'Line', text: tusdt, means: 'The most that can be owed, whatever the pool holds.' },
  { name: 'Part of the pool', text: displayBps, means: 'The ceiling is at most this part of the pool.' },
  { name: 'Step of the ceiling', text: tusdt, means: 'The ceiling rises by at most this at once.' },
  {
    name: 'Time between steps',
    text: displayDuration,
    means: 'The ceiling rises once in this time at most.',
  },
  {
    name: 'Age of the pool’s liquidity',
    text: displayDuration,
    means: 'Older than this it is unknown, and nothing can be drawn.',
  },
  {
    name: 'Keeper’s part',
    text: displayBps,
    means:
      'Of the penalty, for whoever liquidates; it holds for auctions that begin or start anew from then on.',
  },
  { name: 'First price of an auction', text: ratio, means: 'Of the current price, at its beginning.' },
  {
    name: 'Fall of an auction’s price',
    text: displayDuration,
    means: 'In this time it would reach 0.',
  },
  { name: 'Time until a reset', text: displayDuration, means: 'After it an auction must start anew.' },
  {
    name: 'Lowest price of an auction',
    text: ratio,
    means: 'Below this part of its first price it must start anew.',
  },
  {
    name: 'Price module',
    text: address,
    means: 'Vaults are judged by another price; auctions that run must start anew.',
  },
  { name: 'Liquidity source', text: address, means: 'The ceiling follows another pool.' },
  { name: 'Pauser', text: address, means: 'Who may stop opening and drawing.' },
]

/** Of the backing, in the order of the contract's keys. rules.md C2, C12 */
export const backingParameters: readonly ParameterWords[] = [
  { name: 'Target', text: ratio, means: 'Minting stays above it, and today’s cap goes by it.' },
  { name: 'Level 0', text: ratio, means: 'Below it TAO is sold for TUSDT.' },
  { name: 'Recovery', text: ratio, means: 'A sale of TAO goes on until the backing is there.' },
  { name: 'Part of what is added', text: ratio, means: 'So much of it counts in the cap of its day.' },
  { name: 'First price of a sale', text: ratio, means: 'Of the current price, at its beginning.' },
  { name: 'Fall of a sale’s price', text: displayDuration, means: 'In this time it would reach 0.' },
  { name: 'Time until a reset', text: displayDuration, means: 'After it a sale must start anew.' },
  {
    name: 'Lowest price of a sale',
    text: ratio,
    means: 'Below this part of its first price it must start anew.',
  },
  { name: 'Protocol', text: address, means: 'Who may add to the backing and take from it.' },
  { name: 'Pauser', text: address, means: 'Who may stop minting, and nothing else.' },
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
    name: 'Source',
    text: address,
    means: 'What is queued is void then: there is no price until the new source was queued twice.',
  },
  { name: 'Second source', text: address, means: 'Asked where the first has no answer.' },
  { name: 'Age of an answer', text: displayDuration, means: 'An older answer is not queued.' },
  { name: 'Age of a price', text: displayDuration, means: 'An older price is too old to be used.' },
  {
    name: 'Distance of the second source',
    text: displayBps,
    means: 'Farther from the last price its answer is not queued.',
  },
  { name: 'Emergency', text: address, means: 'Who may freeze the price.' },
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
