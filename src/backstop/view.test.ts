import { describe, expect, it } from 'vitest'
import { joinReadings } from '../math/reading'
import {
  claimNow,
  isNothing,
  leftToCap,
  poolPreview,
  sizingMarks,
  stakedSeries,
  stakeSplit,
  totalOf,
} from './view'
import { known, positionWith, seriesWith, stateIn, terms, unknown, usdtOf } from './test-series'

describe('what is not known', () => {
  it('keeps the reason through a join', () => {
    expect(joinReadings(known(1n), known(2n), (a, b) => a + b)).toMatchObject({ isKnown: true, value: 3n })
    expect(joinReadings(known(1n), unknown<bigint>('gone'), (a, b) => a + b)).toMatchObject({
      reason: 'gone',
    })
    expect(joinReadings(unknown<bigint>('first'), unknown<bigint>('second'), (a, b) => a + b)).toMatchObject({
      reason: 'first',
    })
  })

  it('makes a total incomplete, never smaller in silence', () => {
    expect(totalOf([1n, 2n])).toEqual({ value: 3n, isComplete: true })
    expect(totalOf([1n, undefined])).toEqual({ value: 1n, isComplete: false })
    expect(totalOf([])).toEqual({ value: 0n, isComplete: true })
  })

  it('counts a position that is not known among the account’s', () => {
    const state = known(stateIn('Tenor'))
    const none = seriesWith(state, known(positionWith({ shares: 0n })))
    const maybe = seriesWith(state, unknown('timeout'))
    expect(stakedSeries([none, maybe])).toEqual([maybe])
  })
})

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

describe('stakeSplit (rules.md B7, B11)', () => {
  const position = positionWith({
    shares: 100n,
    entitlementUsdt: 60n,
    withdrawnUsdt: 25n,
    claimableUsdt: 35n,
  })

  it.each(['Tenor', 'Settled'] as const)('accounts for every unit in %s', (phase) => {
    const split = stakeSplit(stateIn(phase), position)
    expect(split.locked + split.used + split.withdrawn + split.claimable).toBe(split.staked)
    expect(phase === 'Settled' ? split.used : split.locked).toBe(40n)
  })
})

describe('claimNow', () => {
  it('leaves out warrants that were claimed', () => {
    expect(claimNow(terms, positionWith({ warrants: 3n })).warrants).toBe(3n)
    const claimed = claimNow(terms, positionWith({ warrants: 3n, hasClaimedWarrants: true }))
    expect(claimed.warrants).toBe(0n)
    expect(isNothing(claimed)).toBe(true)
    expect(isNothing({ ...claimed, btcAmount: 1n })).toBe(false)
  })
})

it('knows how much stake the cap still has room for', () => {
  expect(leftToCap(terms, usdtOf(1_500_000n))).toBe(usdtOf(500_000n))
  expect(leftToCap(terms, usdtOf(2_500_000n))).toBe(0n)
})
