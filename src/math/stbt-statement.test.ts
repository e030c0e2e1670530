import { describe, expect, it } from 'vitest'
import { incomeOf, movement, together, type Holding } from './stbt-statement'

const held = (shares: bigint, supply: bigint, totalShares: bigint): Holding => ({
  shares,
  supply,
  totalShares,
})

describe('statement, rules.md T19', () => {
  it('closes for each event', () => {
    const issued = movement(held(0n, 7n, 7n), held(3n, 10n, 10n), 'flow')
    const earned = movement(held(3n, 10n, 10n), held(3n, 15n, 10n), 'interest')
    const left = movement(held(3n, 15n, 10n), held(3n, 14n, 9n), 'rounding')
    expect([issued, earned, left].map(({ closing }) => closing)).toEqual([3n, 4n, 4n])
    expect(earned).toEqual({ opening: 3n, flow: 0n, interest: 1n, rounding: 0n, closing: 4n })
    expect(together([issued, earned, left])).toEqual({
      opening: 0n,
      flow: 3n,
      interest: 1n,
      rounding: 0n,
      closing: 4n,
    })
  })

  it('counts what others leave as income, and a fall as one', () => {
    const left = movement(held(1n, 3n, 2n), held(1n, 2n, 1n), 'rounding')
    expect(incomeOf(left)).toBe(1n)
    expect(incomeOf(movement(held(1n, 4n, 2n), held(1n, 2n, 2n), 'interest'))).toBe(-1n)
  })

  it('refuses a gap, and says nothing of nothing', () => {
    const one = movement(held(0n, 7n, 7n), held(3n, 10n, 10n), 'flow')
    expect(() => together([one, one])).toThrow('do not follow')
    expect(together([])).toBeUndefined()
  })
})
