import { describe, expect, it } from 'vitest'

import {
  backingAfterConversion,
  backingAfterEarlyRedemption,
  backingAfterExercise,
  leftForSale,
} from './backstop-tenor'
import { MAX_UINT256 } from './units'

describe('what an action before maturity does to outstanding principal and ledger', () => {
  it('an exercise pays into the ledger', () => {
    expect(backingAfterExercise(900n, 100n, 7n)).toEqual({ outstandingUsdt: 900n, ledgerUsdt: 107n })
    expect(() => backingAfterExercise(1n, MAX_UINT256, 1n)).toThrow(RangeError)
  })
  it('a conversion takes principal away, and no more than there is', () => {
    expect(backingAfterConversion(900n, 100n, 900n)).toEqual({ outstandingUsdt: 0n, ledgerUsdt: 100n })
    expect(() => backingAfterConversion(900n, 100n, 901n)).toThrow(RangeError)
  })
  it('an early redemption takes it from the ledger as well, or from the treasury', () => {
    expect(backingAfterEarlyRedemption(900n, 100n, 100n, true)).toEqual({
      outstandingUsdt: 800n,
      ledgerUsdt: 0n,
    })
    expect(backingAfterEarlyRedemption(900n, 100n, 101n, false)).toEqual({
      outstandingUsdt: 799n,
      ledgerUsdt: 100n,
    })
    expect(() => backingAfterEarlyRedemption(900n, 100n, 101n, true)).toThrow(RangeError)
  })
})

describe('what is left for sale', () => {
  it('is the limit without what is sold, and never less than nothing', () => {
    expect(leftForSale(1_000n, 400n)).toBe(600n)
    expect(leftForSale(1_000n, 1_000n)).toBe(0n)
    expect(leftForSale(0n, 1n)).toBe(0n)
    expect(() => leftForSale(-1n, 0n)).toThrow(RangeError)
  })
})
