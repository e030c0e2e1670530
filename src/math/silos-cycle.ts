/** The end of a cycle, as SiloCycles.sol closes it: in place, on a draft. rules.md S8 */
import { capUp } from './silos'
import { fill } from './silos-conversions'
import { refuse, requirePrice, type Draft } from './silos-draft'
import { isCrash, type SiloState } from './silos-state'
import { max, min, saturatingSubtract } from './uint256'

/** When the running cycle ends, unix seconds. */
export function cycleEndsAt({ cycle, parameters }: Pick<SiloState, 'cycle' | 'parameters'>): bigint {
  return cycle.lastEnd + parameters.cycleSeconds
}

/** Until when the last closing may be repeated (exclusive), unix seconds; 0 before the first one. */
export function repeatableUntil({ cycle, parameters }: Pick<SiloState, 'cycle' | 'parameters'>): bigint {
  return cycle.number === 0n ? 0n : cycle.closedAt + parameters.repeatSeconds
}

/** Closes every cycle that has ended, or repeats the last closing. rules.md S8, S9 */
export function closeCycle(draft: Draft): void {
  countCycles(draft)
  requirePrice(draft)
  const { books, supply, conditions, parameters } = draft
  const cap = capUp(supply, conditions.low)
  moveInKind(draft, cap)
  const isAllOf3 = isCrash(draft, books.x2, supply, conditions.low)
  const available = isAllOf3 ? books.f3 : saturatingSubtract(books.f3, supply)
  const base = fill(draft, 'Close', true, cap - books.x2, available)
  books.f3 -= base.spent
  books.x2 += base.received
  if (supply >= parameters.latchMinSupply && books.x2 >= cap) draft.isLatched = true
  balanceGrowth(draft, cap)
  harvest(draft, cap)
}

/** A late closing closes all that have ended, and moves no date. */
function countCycles(draft: Draft): void {
  const { cycle, parameters, time } = draft
  const ended = (time - cycle.lastEnd) / parameters.cycleSeconds
  if (ended === 0n) {
    const until = repeatableUntil(draft)
    if (time >= until) refuse('CycleNotEnded', cycleEndsAt(draft), until, time)
    return
  }
  cycle.number += ended
  cycle.lastEnd += ended * parameters.cycleSeconds
  cycle.closedAt = time
  cycle.harvestUsd = 0n
  cycle.harvestXtz = 0n
}

/** Step 1. */
function moveInKind({ books, supply }: Draft, cap: bigint): void {
  books.f3 += books.f1 - supply
  books.f1 = supply
  const above = saturatingSubtract(books.x2, cap)
  books.x2 -= above
  books.x4 += above
  const back = min(saturatingSubtract(books.x4, cap), cap - books.x2)
  books.x4 -= back
  books.x2 += back
}

/** Step 4. */
function balanceGrowth(draft: Draft, cap: bigint): void {
  const { books, supply } = draft
  if (books.f3 < supply) {
    const sold = fill(draft, 'Close', false, supply - books.f3, saturatingSubtract(books.x4, cap))
    books.x4 -= sold.spent
    books.f3 += sold.received
  } else {
    const bought = fill(draft, 'Close', true, saturatingSubtract(cap, books.x4), books.f3 - supply)
    books.f3 -= bought.spent
    books.x4 += bought.received
  }
}

/** Step 5. */
function harvest({ books, cycle, supply, isLatched, parameters }: Draft, cap: bigint): void {
  const isFull = books.x2 >= cap && books.f3 >= supply && books.x4 >= cap
  if (!isLatched || supply < parameters.latchMinSupply || !isFull) return
  const usd = books.f3 - supply
  const xtz = books.x2 - cap + books.x4 - cap
  books.f3 = supply
  books.x2 = cap
  books.x4 = cap
  books.chamberUsd += usd
  books.chamberXtz += xtz
  cycle.harvestUsd += usd
  cycle.harvestXtz += xtz
  cycle.maxSupply = max(cycle.maxSupply, supply)
}
