import type { Address } from 'viem'

import { eachInSlices } from '../chain/slices'
import { newYorkDay } from '../math/stbt-days'
import { movement, together, type Cause, type Holding, type Movement } from '../math/stbt-statement'
import type { Change } from './changes'

/** One event as it concerns a holder. */
export type Entry = {
  readonly change: Change
  readonly cause: Cause
  readonly movement: Movement
  /** The holder's shares after it. */
  readonly shares: bigint
}

export type Statement = {
  /** Oldest first; what did not concern the holder is left out. */
  readonly entries: readonly Entry[]
  /** Shares that the history does not explain: 0 where it is whole. */
  readonly unexplained: bigint
}

/**
 * The statement of a holder: every event that moved the balance, each closing to the unit. Where the history does not go
 * back to the beginning it opens with the shares that are left over. Made in slices. rules.md T19
 * @param holder checksummed, as the addresses of events are
 * @param sharesNow what the holder has after the last of `changes`
 */
export async function statementOf(
  changes: readonly Change[],
  holder: Address,
  sharesNow: bigint,
  signal?: AbortSignal,
): Promise<Statement> {
  const explained = changes.reduce((sum, { what }) => sum + sharesMoved(what, holder), 0n)
  const unexplained = sharesNow - explained
  const entries: Entry[] = []
  const [first] = changes
  let before: Holding = {
    shares: unexplained > 0n ? unexplained : 0n,
    supply: first?.supplyBefore ?? 0n,
    totalShares: first?.totalShares ?? 0n,
  }
  const tell = (change: Change) => {
    const { what, supply, totalShares } = change
    const after = { shares: before.shares + sharesMoved(what, holder), supply, totalShares }
    const cause = causeOf(what, holder)
    const moved = movement(before, after, cause)
    const isOwn = cause === 'flow' || (cause === 'interest' && after.shares > 0n)
    if (isOwn || moved.opening !== moved.closing)
      entries.push({ change, cause, movement: moved, shares: after.shares })
    before = after
  }
  await eachInSlices(changes, tell, signal)
  return { entries, unexplained }
}

/** One day of New York. */
export type Day = {
  /** Days since 1970. */
  readonly day: bigint
  readonly movement: Movement
  readonly entries: readonly Entry[]
}

/** Entries by the New York date of their block, oldest first; those without a time are left out. Made in slices. rules.md T19 */
export async function daysOf(entries: readonly Entry[], signal?: AbortSignal): Promise<readonly Day[]> {
  const byDay = new Map<bigint, Entry[]>()
  const tell = (entry: Entry) => {
    if (entry.change.time === undefined) return
    const day = newYorkDay(entry.change.time)
    const ofDay = byDay.get(day)
    if (ofDay) ofDay.push(entry)
    else byDay.set(day, [entry])
  }
  await eachInSlices(entries, tell, signal)
  const days: Day[] = []
  const sumUp = ([day, ofDay]: [bigint, Entry[]]) => {
    const sum = together(ofDay.map(({ movement: one }) => one))
    if (sum) days.push({ day, movement: sum, entries: ofDay })
  }
  await eachInSlices([...byDay], sumUp, signal)
  return days
}

/** What a holder had at the end of a New York day: the last closing up to it; 0 before the first entry. rules.md T19 */
export function balanceAt(days: readonly Day[], day: bigint): bigint {
  return days.findLast((one) => one.day <= day)?.movement.closing ?? 0n
}

function sharesMoved(what: Change['what'], holder: Address): bigint {
  if ('report' in what) return 0n
  const { from, to, shares } = what.move
  return (to === holder ? shares : 0n) - (from === holder ? shares : 0n)
}

function causeOf(what: Change['what'], holder: Address): Cause {
  if ('report' in what) return 'interest'
  const { from, to } = what.move
  return from === holder || to === holder ? 'flow' : 'rounding'
}
