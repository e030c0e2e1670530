import { getAbiItem } from 'viem'

import { osmAbi } from '../../abis/Osm'
import type { EventLog } from '../chain/history'
import type { Prices } from './snapshot'

/** What a delayed price tells of itself. rules.md C8 */
export const priceEventsAbi = [
  getAbiItem({ abi: osmAbi, name: 'PriceQueued' }),
  getAbiItem({ abi: osmAbi, name: 'PriceFrozen' }),
  getAbiItem({ abi: osmAbi, name: 'PriceCleared' }),
] as const
export const priceEvents = ['PriceQueued', 'PriceFrozen', 'PriceCleared'] as const

export type PriceLog = EventLog<typeof priceEventsAbi, (typeof priceEvents)[number]>

export type PricePoint = {
  /** From when on it held, unix seconds. */
  readonly at: bigint
  /** WAD. */
  readonly price: bigint
  readonly isSecondSource: boolean
}

/** A freeze, or its end, or a new source. */
export type PriceBreak = {
  readonly key: string
  readonly blockNumber: bigint
  /** Unix seconds; older nodes do not tell. */
  readonly time: bigint | undefined
  /** Undefined: it began anew. */
  readonly frozenBy: `0x${string}` | undefined
  /** What was queued, WAD; 0 where nothing was. */
  readonly discarded: bigint
}

export type PriceHistory = {
  /** Every price that has held, oldest first. */
  readonly points: readonly PricePoint[]
  /** Newest first. */
  readonly breaks: readonly PriceBreak[]
}

/**
 * Which of the queued prices came to hold, and when: that a queued price did is known by what the next event says is
 * current. What ended with a freeze of another price that it is made of is left out where that can't be told.
 * @param logs of one module, oldest first
 * @param prices what holds and is queued now
 */
export function priceHistory(
  logs: readonly PriceLog[],
  prices: Pick<Prices, 'current' | 'next' | 'nextAt'>,
): PriceHistory {
  const points: PricePoint[] = []
  const breaks: PriceBreak[] = []
  for (const [index, log] of logs.entries()) {
    if (log.eventName !== 'PriceQueued') {
      breaks.push(breakOf(log))
      continue
    }
    const { next: price, nextAt: at, isSecondSource } = log.args
    if (hasHeld(log.args, logs[index + 1], prices)) points.push({ at, price, isSecondSource })
  }
  return { points, breaks: breaks.toReversed() }
}

type Queued = Extract<PriceLog, { eventName: 'PriceQueued' }>['args']

function hasHeld(
  { next: price, nextAt }: Queued,
  following: PriceLog | undefined,
  prices: Pick<Prices, 'current' | 'next' | 'nextAt'>,
): boolean {
  if (!following) return prices.nextAt !== nextAt && prices.current === price
  if (following.eventName !== 'PriceCleared') return following.args.current === price
  return following.blockTimestamp !== undefined && following.blockTimestamp >= nextAt
}

function breakOf(log: Exclude<PriceLog, { eventName: 'PriceQueued' }>): PriceBreak {
  const isFreeze = log.eventName === 'PriceFrozen'
  return {
    key: `${log.transactionHash}:${log.logIndex}`,
    blockNumber: log.blockNumber,
    time: log.blockTimestamp,
    frozenBy: isFreeze ? log.args.by : undefined,
    discarded: isFreeze ? log.args.discarded : 0n,
  }
}
