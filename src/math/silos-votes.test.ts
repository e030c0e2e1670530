import { describe, expect, it } from 'vitest'
import { isCarried, stageOf, type Proposal } from './silos-votes'

const base: Proposal = {
  ...{ id: 1n, kind: 'Distribution', cycle: 3n, endsAt: 100n, readyAt: 0n },
  ...{ isDone: false, isCancelled: false, yes: 51n, total: 100n },
}
const at = (time: bigint) => ({ time, cycle: 3n, lapsedUpTo: 0n })
const stage = (changed: Partial<Proposal>, time = 100n, others: readonly Proposal[] = []) => {
  const proposal = { ...base, ...changed }
  return stageOf(proposal, [proposal, ...others], at(time))
}

describe('where a proposal stands (S18, S19)', () => {
  it('is carried by more than half, and half is not enough', () => {
    expect(isCarried({ yes: 50n, total: 100n })).toBe(false)
    expect(stage({ yes: 50n })).toBe('Failed')
    expect(stage({})).toBe('Passed')
    expect(stage({}, 99n)).toBe('Voting')
  })

  it('lapses with its cycle, unless it waits for its date', () => {
    expect(stage({ cycle: 2n })).toBe('Lapsed')
    expect(stage({ cycle: 2n, kind: 'Parameter', readyAt: 900n })).toBe('Pending')
    expect(stage({ isCancelled: true, readyAt: 900n })).toBe('Cancelled')
    expect(stage({ isDone: true, cycle: 2n })).toBe('Done')
  })

  it('lapses with a hand-over, pending or not, and stands in nobody’s way then', () => {
    const lapsed = { ...base, readyAt: 0n }
    const next = { ...base, id: 2n, endsAt: 200n }
    const context = { time: 200n, cycle: 3n, lapsedUpTo: 1n }
    expect(stageOf(lapsed, [lapsed, next], context)).toBe('Lapsed')
    expect(stageOf(next, [lapsed, next], context)).toBe('Passed')
    const done = { ...lapsed, isDone: true }
    expect(stageOf(next, [done, next], context)).toBe('Lapsed')
  })

  it('of distributions the first end wins, and of equal ends the older', () => {
    const earlier = { ...base, id: 9n, endsAt: 90n }
    expect(stage({}, 100n, [earlier])).toBe('Lapsed')
    expect(stage({ kind: 'Cover' }, 100n, [earlier])).toBe('Passed')
    expect(stage({}, 100n, [{ ...base, id: 2n }])).toBe('Passed')
    expect(stage({ id: 3n }, 100n, [{ ...base, id: 2n }])).toBe('Lapsed')
    expect(stage({}, 100n, [{ ...earlier, yes: 1n }])).toBe('Passed')
  })
})
