import { describe, expect, it } from 'vitest'
import { joinReadings } from '../math/reading'
import { claimNow, claimParts, claimTotal, isNothing, stakedSeries, stakeSplit, totalOf } from './view'
import { known, positionWith, seriesWith, stateIn, terms, unknown } from './test-series'

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

it('adds up claims by asset: an upfront share counts as what it is paid in', () => {
  const claim = { usdtAmount: 1_000_000n, upfront: 0n, warrants: 1n, mstrAmount: 0n, btcAmount: 3n }
  const total = claimTotal([
    { ...claim, upfrontAsset: 'USDT', upfront: 2_000_000n },
    { ...claim, upfrontAsset: 'BTC', upfront: 4n },
    { ...claim, upfrontAsset: 'MSTR', upfront: 10n ** 18n },
  ])
  expect(claimParts(total)).toEqual(['5 USDT', '3 warrants', '1 MSTR', '0.00000013 BTC'])
})
