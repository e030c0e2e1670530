import { describe, expect, it } from 'vitest'
import {
  earnedIfFull,
  leftToCap,
  poolPreview,
  sizingMarks,
  stakeInQuestion,
  surplusOf,
  worstOf,
} from './sizing'
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

it('knows what of an amount is above the cap', () => {
  expect(surplusOf(terms, usdtOf(1_500_000n), usdtOf(500_000n))).toBe(0n)
  expect(surplusOf(terms, usdtOf(1_500_000n), usdtOf(500_001n))).toBe(usdtOf(1n))
  expect(surplusOf(terms, usdtOf(2_500_000n), 7n)).toBe(7n)
})

describe('earning and losing (rules.md B9–B13)', () => {
  const all = usdtOf(1_000_000n)

  it('is of what is typed, else of what is staked, else of an example', () => {
    const of = (mine: bigint, added: bigint) => stakeInQuestion(terms, all, mine, added)
    expect(of(5n, 7n)).toMatchObject({ kind: 'typed', shares: 7n, totalShares: all + 7n })
    expect(of(5n, 0n)).toMatchObject({ kind: 'staked', shares: 5n, totalShares: all })
    expect(of(0n, 0n)).toMatchObject({ kind: 'example', shares: usdtOf(1_000n) })
  })

  it('is what it is once the series reaches its minimum, and says so', () => {
    const stake = stakeInQuestion(terms, 0n, 0n, usdtOf(10_000n))
    expect(stake).toMatchObject({ isBelowMinimum: true, totalShares: usdtOf(500_000n) })
    expect(earnedIfFull(terms, stake)).toEqual({ upfrontUsdt: usdtOf(1_000n), warrants: 1n })
  })

  it('thins out above the cap', () => {
    const stake = stakeInQuestion(terms, usdtOf(3_990_000n), 0n, usdtOf(10_000n))
    expect(earnedIfFull(terms, stake).upfrontUsdt).toBe(usdtOf(500n))
  })

  it('counts an upfront share as certain only where the proceeds pay it', () => {
    const stake = stakeInQuestion(terms, all, 0n, usdtOf(10_000n))
    expect(worstOf(terms, stake).lossUsdt).toBe(usdtOf(10_000n))
    expect(worstOf({ ...terms, upfrontAsset: 1 }, stake).lossUsdt).toBe(usdtOf(9_000n))
  })
})
