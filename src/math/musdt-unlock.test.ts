import { describe, expect, test } from 'vitest'

import { isUnlockRefused, pnlAfterUnlockUp, priceAtPnl } from './musdt-unlock'
import { WAD } from './units'

describe('what unlocking a discount costs every share', () => {
  test('is rounded up, to the last unit', () => {
    expect(pnlAfterUnlockUp(0n, 10_000_000n, 10n ** 12n)).toBe(10_000_000_000_000n)
    expect(pnlAfterUnlockUp(0n, 10_000_000n, 3n * 10n ** 12n)).toBe(3_333_333_333_334n)
    expect(pnlAfterUnlockUp(-5n, 0n, 1n)).toBe(-5n)
  })
  test('cannot be told of a vault without shares', () => {
    expect(() => pnlAfterUnlockUp(0n, 1n, 0n)).toThrow(RangeError)
    expect(() => pnlAfterUnlockUp(2n ** 255n - 1n, 1n, WAD)).toThrow(RangeError)
  })
})

describe('the price at a PnL', () => {
  test('stays while there is a buffer, falls after it, and ends at 0', () => {
    expect(priceAtPnl(WAD, -1n)).toBe(WAD)
    expect(priceAtPnl(WAD, 0n)).toBe(WAD)
    expect(priceAtPnl(WAD, 1n)).toBe(WAD - 1n)
    expect(priceAtPnl(WAD, WAD + 1n)).toBe(0n)
  })
})

test('ours refuses a price of 0, a GToken only less', () => {
  expect(isUnlockRefused(WAD, WAD - 1n, false)).toBe(false)
  expect(isUnlockRefused(WAD, WAD, false)).toBe(true)
  expect(isUnlockRefused(WAD, WAD, true)).toBe(false)
  expect(isUnlockRefused(WAD, WAD + 1n, true)).toBe(true)
})
