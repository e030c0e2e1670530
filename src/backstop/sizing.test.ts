import { describe, expect, it } from 'vitest'
import { leftToCap, poolPreview, sizingMarks } from './sizing'
import { terms, usdtOf } from './test-series'

describe('poolPreview (rules.md B2, B3, B9)', () => {
  it('shows the pool before and after a deposit', () => {
    const now = poolPreview(terms, usdtOf(1_000_000n), usdtOf(100_000n))
    expect(now).toEqual({
      shares: usdtOf(100_000n),
      totalShares: usdtOf(1_000_000n),
      poolShareWad: 10n ** 17n,
      capacityUsdt: usdtOf(1_000_000n),
      saleLimitUsdt: usdtOf(1_000_000n),
      upfrontIfFullUsdt: usdtOf(10_000n),
    })
    const after = poolPreview(terms, usdtOf(1_000_000n), usdtOf(100_000n), usdtOf(1_000_000n))
    expect(after.poolShareWad).toBe(55n * 10n ** 16n)
    expect(after.saleLimitUsdt).toBe(usdtOf(2_000_000n))
  })

  it('has no sale below the minimum, and none above the cap', () => {
    expect(poolPreview(terms, usdtOf(499_999n), 0n).saleLimitUsdt).toBe(0n)
    expect(poolPreview(terms, usdtOf(3_000_000n), 0n).saleLimitUsdt).toBe(terms.maxSaleUsdt)
  })

  it('survives an empty pool and the last one leaving', () => {
    expect(poolPreview(terms, 0n, 0n)).toMatchObject({ poolShareWad: 0n, upfrontIfFullUsdt: 0n })
    expect(poolPreview(terms, 5n, 5n, -5n)).toMatchObject({ shares: 0n, poolShareWad: 0n })
  })

  it('rounds the marks up to what is enough', () => {
    const odd = { ...terms, coverageBps: 10_001, minSaleUsdt: 3n, maxSaleUsdt: 10_000n }
    const marks = sizingMarks(odd)
    expect(marks).toEqual({ minimumUsdt: 4n, capUsdt: 10_001n })
    expect(poolPreview(odd, marks.minimumUsdt, 0n).saleLimitUsdt).toBe(3n)
    expect(poolPreview(odd, marks.minimumUsdt - 1n, 0n).saleLimitUsdt).toBe(0n)
  })
})

it('knows how much stake the cap still has room for', () => {
  expect(leftToCap(terms, usdtOf(1_500_000n))).toBe(usdtOf(500_000n))
  expect(leftToCap(terms, usdtOf(2_500_000n))).toBe(0n)
})
