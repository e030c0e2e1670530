import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { circulationCapOf, isToday, limitPriceOf, mintRoomOf, ratioOf } from './backing-view'
import { backingState, prices } from './test-collateral'

describe('the first line', () => {
  it('has the ratio at the current price, rounded down (C1)', () => {
    expect(ratioOf(backingState())).toEqual({ value: (2_500n * WAD) / 1_500n })
  })
  it.each(['Stale', 'Frozen', 'None'] as const)('has none at a price that is %s', (state) => {
    const ratio = ratioOf(backingState({ prices: prices(250n, 0n, state), backing: 0n }))
    expect(ratio).toEqual({ why: expect.stringContaining('not known') as string })
  })
  it('has none where nothing is out, or less (C1)', () => {
    for (const outstanding of [0n, -WAD]) {
      const holdings = { tao: WAD, usd: 0n, outstanding }
      expect(ratioOf(backingState({ holdings }))).toHaveProperty('why')
      expect(limitPriceOf(backingState({ holdings }))).toBeUndefined()
    }
  })
  it('has the price at which the limit is crossed, and none where USD alone are enough (C6)', () => {
    const holdings = { tao: WAD, usd: 0n, outstanding: (WAD * 500n) / 3n }
    // The original's 250 at 150% with level 0 at 110%.
    expect(limitPriceOf(backingState({ holdings }))).toBe(183_333_333_333_333_333_333n)
    expect(limitPriceOf(backingState({ holdings: { ...holdings, usd: 200_000_000n } }))).toBeUndefined()
  })
})

describe('room to mint', () => {
  it('names the limit that binds (C9)', () => {
    const ofRatio = mintRoomOf(backingState())
    expect(ofRatio.room).toEqual({ value: 400n * WAD })
    expect(ofRatio.limit).toMatch(/^Limit: backing must stay at 150% at 250 USD\. .* leave 500\./)
    const ofDay = mintRoomOf(backingState({ roomOfRatio: 600n * WAD }))
    expect(ofDay.room).toEqual({ value: 500n * WAD })
    expect(ofDay.limit).toMatch(/^Limit: today’s cap/)
  })
  it('is 0 while paused, and unknown without a price', () => {
    expect(mintRoomOf(backingState({ isPaused: true })).room).toEqual({ value: 0n })
    const silent = { ...prices(250n), live: 0n, low: 0n, high: 0n }
    for (const none of [prices(250n, 0n, 'Frozen'), silent])
      expect(mintRoomOf(backingState({ prices: none, roomOfDay: 0n, roomOfRatio: 0n })).room).toHaveProperty(
        'why',
      )
  })
  it('knows today’s cap only on the day that has begun (C2)', () => {
    expect(isToday(backingState(), 3n * 86_400n)).toBe(true)
    expect(isToday(backingState(), 4n * 86_400n)).toBe(false)
    expect(circulationCapOf(backingState())).toBe(2_000n * WAD)
  })
})
