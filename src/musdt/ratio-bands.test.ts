import { describe, expect, test } from 'vitest'

import { ratioBands, underBacked } from './ratio-bands'
import { testGToken, testState } from './test-vault'
import { ONE_P } from '../math/units'

const here = (state: typeof testState, ratio: bigint) =>
  ratioBands({ ...state, collateralizationP: ratio })
    .filter(({ isHere }) => isHere)
    .map(({ what }) => what)

describe('the band of a collateral ratio', () => {
  test.each([
    [100n * ONE_P - 1n, 'Price is reduced; full discount'],
    [100n * ONE_P, 'Withdrawals take 3 epochs'],
    [110n * ONE_P - 1n, 'Withdrawals take 3 epochs'],
    [110n * ONE_P, 'Withdrawals take 2 epochs'],
    [120n * ONE_P, 'Withdrawals take 1 epoch'],
    [150n * ONE_P - 1n, 'Withdrawals take 1 epoch'],
    [150n * ONE_P, 'Minting is closed'],
  ])('of ours at %i: %s', (ratio, what) => {
    expect(here(testState, ratio)).toEqual([what])
  })

  test.each([
    [100n * ONE_P, 'Withdrawals take 3 epochs'],
    [110n * ONE_P, 'Withdrawals take 3 epochs'],
    [110n * ONE_P + 1n, 'Withdrawals take 2 epochs'],
    [120n * ONE_P, 'Withdrawals take 2 epochs'],
    [120n * ONE_P + 1n, 'Withdrawals take 1 epoch'],
    [150n * ONE_P, 'No discount'],
  ])('of a GToken at %i: %s', (ratio, what) => {
    expect(here(testGToken, ratio)).toEqual([what])
  })
})

test('the bands are named by the vault’s own thresholds', () => {
  const names = (state: typeof testState) => ratioBands(state).map(({ name }) => name)
  expect(names(testState)).toEqual(['Below 100%', '100 to 110%', '110 to 120%', '120 to 150%', 'From 150%'])
  const { epochs } = testGToken
  const other = {
    ...testGToken,
    maxDiscountThresholdP: 140n * ONE_P,
    epochs: epochs && { ...epochs, thresholdsP: [5n * ONE_P, 15n * ONE_P] as const },
  }
  expect(names(other)).toEqual([
    'Below 100%',
    '100 to 105%',
    'Above 105 to 115%',
    'Above 115 to 140%',
    'From 140%',
  ])
})

test('thresholds may stand above the end of the discount', () => {
  const { epochs } = testGToken
  const high = {
    ...testGToken,
    epochs: epochs && { ...epochs, thresholdsP: [60n * ONE_P, 70n * ONE_P] as const },
  }
  expect(here(high, 140n * ONE_P)).toEqual(['Withdrawals take 3 epochs'])
  expect(here(high, 155n * ONE_P)).toEqual(['Withdrawals take 3 epochs. No discount'])
  expect(here(high, 165n * ONE_P)).toEqual(['Withdrawals take 2 epochs. No discount'])
  expect(here(high, 171n * ONE_P)).toEqual(['Withdrawals take 1 epoch. No discount'])
  expect(ratioBands(high).at(-1)?.name).toBe('Above 170%')
})

test('without epochs nothing is said of waiting', () => {
  expect(ratioBands({ ...testState, epochs: undefined }).map(({ what }) => what)).toEqual([
    'Price is reduced; full discount',
    'Discount for locking',
    'Minting is closed',
  ])
})

describe('a vault below 100%', () => {
  test('says so from the first unit on, with the wait of its exits', () => {
    const below = { ...testState, collateralizationP: 100n * ONE_P - 1n }
    expect(underBacked(below)).toContain('The collateral ratio is 99.99%')
    expect(underBacked(below)).toContain('Withdrawals take 3 epochs.')
    expect(underBacked({ ...below, epochs: undefined })).not.toContain('epochs')
  })

  test('says nothing at 100% and above', () => {
    expect(underBacked({ ...testState, collateralizationP: 100n * ONE_P })).toBeUndefined()
    expect(underBacked(testState)).toBeUndefined()
  })
})
