import { describe, expect, test } from 'vitest'

import type { UsdtFacts } from '../chain/usdt'
import { testGToken, testLock, testState } from './test-vault'
import { computable, assetsCredited, fitsRoom, mintTerms, maxGrossDeposit, mintCapacity } from './view'

const { source } = testLock(1n, 0n, 1n)
const fee = { isKnown: true, source, value: { feeBps: 10n, maximumFeeUsdt: 50_000_000n } } as const
const withFee = { usdt: { fee } as UsdtFacts }

describe('with Tether’s transfer fee on', () => {
  test('our vault counts what arrives', () => {
    expect(assetsCredited(testState, withFee, 1_000_000_000n)).toBe(999_000_000n)
  })

  test('the most to send is the largest amount whose arrival fits, to the unit', () => {
    for (const feeBps of [0n, 1n, 7n, 19n, 5_000n, 9_999n])
      for (const maximumFeeUsdt of [0n, 1n, 5n, 1_000_000n])
        for (let arriving = 0n; arriving < 3_000n; arriving += 13n) {
          const some = { usdt: { fee: { ...fee, value: { feeBps, maximumFeeUsdt } } } as UsdtFacts }
          const sent = maxGrossDeposit(testState, some, arriving)
          expect(assetsCredited(testState, some, sent)).toBeLessThanOrEqual(arriving)
          expect(assetsCredited(testState, some, sent + 1n)).toBeGreaterThan(arriving)
        }
  })

  test('the most to send to a GToken is what it may credit', () => {
    expect(maxGrossDeposit(testGToken, withFee, 1_000_000_000n)).toBe(1_000_000_000n)
  })

  test('a GToken counts what was sent', () => {
    expect(assetsCredited(testGToken, withFee, 1_000_000_000n)).toBe(1_000_000_000n)
  })
})

describe('an amount that nobody has', () => {
  const most = 2n ** 128n
  const entry = (amount: bigint) => ({ amount, problem: undefined })

  test('is computed with up to a bound that every formula can hold, at any price', () => {
    expect(computable(entry(most))).toEqual(entry(most))
    for (const price of [1n, 10n ** 36n])
      expect(() => mintTerms({ ...testGToken, price }, most, 31_536_000n)).not.toThrow()
  })

  test('is a problem above', () => {
    const { amount, problem } = computable(entry(most + 1n))
    expect(amount).toBeUndefined()
    expect(problem).toContain('more than there is')
  })
})

describe('the room', () => {
  const price = 1_500_000_000_000_000_000n
  const terms = (state: typeof testState, assets: bigint) => mintTerms({ ...state, price }, assets, 0n)

  test('of ours counts shares', () => {
    expect(fitsRoom({ ...testState, price }, terms(testState, 2n), 1n)).toBe(true)
    expect(fitsRoom({ ...testState, price }, terms(testState, 3n), 1n)).toBe(false)
  })

  test('of a GToken counts what is credited, discount included', () => {
    // One share is worth one unit and a half, rounded down to one.
    expect(fitsRoom({ ...testGToken, price }, terms(testGToken, 1n), 1n)).toBe(true)
    expect(fitsRoom({ ...testGToken, price }, terms(testGToken, 2n), 1n)).toBe(false)
    const locked = mintTerms(testGToken, 1_000_000_000n, 31_536_000n)
    expect(locked.discount).toBeGreaterThan(0n)
    expect(fitsRoom(testGToken, locked, locked.shares + 1n)).toBe(true)
    expect(fitsRoom(testGToken, locked, locked.shares - 1n)).toBe(false)
  })
})

test('the room is under the bootstrap cap as long as that is the cap', () => {
  const { cap } = testState
  expect(mintCapacity(testState, 0n).isBootstrap).toBe(false)
  expect(
    mintCapacity({ ...testState, cap: { ...cap, bootstrapMaxSupply: cap.maxSupply } }, 0n).isBootstrap,
  ).toBe(true)
  expect(mintCapacity(testGToken, 0n).isBootstrap).toBe(false)
})
