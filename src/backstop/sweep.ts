import type { Address } from 'viem'

import type { Reading } from '../math/reading'
import { SERIES_AT_ONCE } from './snapshot'
import type { Position, SeriesState, SettlementResult } from './snapshot'

/** After so many blocks the series that are not on screen are read again (5 minutes of Ethereum's). */
export const SWEEP_BLOCKS = 25n

/** What was read of a series. */
export type SeriesReadings = {
  readonly state: Reading<SeriesState>
  readonly settlement: Reading<SettlementResult>
  readonly position: Reading<Position> | undefined
}

/**
 * Series that are too many for every block are read one part after the other, all at one block where the node keeps up,
 * and again after `SWEEP_BLOCKS`. trust.md D27
 */
export type Sweep = {
  /** Whose positions are read. */
  readonly of: Address | undefined
  /** The block at which it began. */
  readonly since: bigint
  /** Where it goes on; the number of series once it is through. */
  readonly next: number
}

/** What each series was when it was last read, where a sweep through them is, and which of them a page shows. */
export type Many = {
  readonly last: readonly (SeriesReadings | undefined)[]
  readonly sweep: Sweep
  readonly onScreen: readonly number[]
}

/** A sweep that is to begin. */
export const unswept = (of: Address | undefined): Sweep => ({ of, since: -1n, next: 0 })

/** Which of `count` series to read with this block: those on screen, and the next part of a sweep. */
export function idsToRead(count: number, onScreen: readonly number[], sweep: Sweep): ReadonlySet<number> {
  const all = Array.from({ length: count }, (_, id) => id)
  return new Set([...onScreen, ...all.slice(sweep.next, sweep.next + SERIES_AT_ONCE)])
}

/** The sweep after a block has told its part. `isListNew` begins anew: there is a series that was never read. */
export function sweptOn(count: number, sweep: Sweep, blockNumber: bigint, isListNew: boolean): Sweep {
  if (isListNew) return { ...sweep, next: 0 }
  if (sweep.next < count) {
    const since = sweep.next === 0 ? blockNumber : sweep.since
    return { ...sweep, since, next: Math.min(sweep.next + SERIES_AT_ONCE, count) }
  }
  return blockNumber >= sweep.since + SWEEP_BLOCKS ? { ...sweep, next: 0 } : sweep
}
