import { describe, expect, test } from 'vitest'

import type { Reading } from '../math/reading'
import { afterUnlock, byUnlockTime, byValue, lockTotals, unlocksAt } from './lock-view'
import { testLock, testState } from './test-vault'

const locks = [testLock(1n, 0n, 5_000n), testLock(2n, 1_000n, 2_000n), testLock(3n, 500n, 2_500n)]
const { source } = testLock(1n, 0n, 1n)
const price: Reading<bigint> = { isKnown: true, value: 1_010_000_000_000_000_001n, source }

test('the earlier a lock ends, the earlier it stands in the list', () => {
  expect(byUnlockTime(locks).map(({ id }) => id)).toEqual([2n, 3n, 1n])
  expect(locks.map(unlocksAt)).toEqual([5_000n, 3_000n, 3_000n])
})

test('a matured lock of value stands before any number of gifts, matured or not', () => {
  const gifts = Array.from({ length: 120 }, (_, index) => {
    const gift = testLock(BigInt(index + 10), 0n, BigInt(index))
    return { ...gift, deposit: { ...gift.deposit, shares: 1n } }
  })
  const mine = testLock(7n, 1_000n, 2_000n)
  expect(byValue([...gifts, mine], 3_000n)[0]?.id).toBe(7n)
  expect(byUnlockTime([...gifts, mine])[0]?.id).not.toBe(7n)
})

describe('totals', () => {
  test('count a lock as over from its last second on', () => {
    expect(lockTotals(locks, price, 2_999n)).toMatchObject({ unlockable: 0, nextUnlock: 3_000n })
    expect(lockTotals(locks, price, 3_000n)).toMatchObject({ unlockable: 2, nextUnlock: 5_000n })
    expect(lockTotals(locks, price, 5_000n)).toMatchObject({ unlockable: 3, nextUnlock: undefined })
  })

  test('round every lock down for itself, as each is redeemed for itself', () => {
    expect(lockTotals(locks, price, 0n)).toMatchObject({ value: 3_030_000_000n, discount: 30_000_000n })
  })

  test('are not known while the price or the time is not', () => {
    const unknown: Reading<bigint> = { isKnown: false, reason: 'No answer.', source }
    expect(lockTotals(locks, unknown, undefined)).toEqual({
      value: undefined,
      discount: 30_000_000n,
      unlockable: undefined,
      nextUnlock: undefined,
    })
  })
})

describe('what an unlock costs all holders', () => {
  test('is paid by the buffer above 100% first', () => {
    expect(afterUnlock(testState, 10_000_000n)).toMatchObject({
      loss: 10_000_000_000_000n,
      price: testState.price,
    })
  })

  test('lowers the price without a buffer, rounded up', () => {
    expect(
      afterUnlock({ ...testState, pnlPerToken: 0n, supply: 3n * 10n ** 12n }, 10_000_000n),
    ).toMatchObject({
      loss: 3_333_333_333_334n,
      price: testState.price - 3_333_333_333_334n,
    })
  })

  test('is split between a small buffer and the price', () => {
    const state = { ...testState, pnlPerToken: -4_000_000_000_000n }
    expect(afterUnlock(state, 10_000_000n).price).toBe(testState.price - 6_000_000_000_000n)
  })

  test('is refused where it would leave nothing: ours at a price of 0, a GToken below', () => {
    const { supply, maxPnlPerToken } = testState
    // One unit of discount is 10^6 per share of this supply.
    const state = { ...testState, pnlPerToken: maxPnlPerToken - 2_000_000n }
    expect(supply).toBe(10n ** 12n)
    expect(afterUnlock(state, 1n)).toMatchObject({ price: 1_000_000n, isRefused: false })
    expect(afterUnlock(state, 2n)).toMatchObject({ price: 0n, isRefused: true })
    const gToken = { ...state, kind: 'gToken' as const }
    expect(afterUnlock(gToken, 2n)).toMatchObject({ price: 0n, isRefused: false })
    expect(afterUnlock(gToken, 3n).isRefused).toBe(true)
  })

  test('is refused by a GToken whose traders have won since its epoch began', () => {
    const gToken = {
      ...testState,
      kind: 'gToken' as const,
      pnlPerTokenNow: testState.maxPnlPerToken - 2_000_000n,
    }
    expect(afterUnlock(gToken, 2n).isRefused).toBe(false)
    expect(afterUnlock(gToken, 3n)).toMatchObject({ price: testState.price, isRefused: true })
  })
})
