import { expect, it } from 'vitest'

import { DAY_SECONDS, ONE_P } from '../math/units'
import { bufferP, leavingDays } from './front-facts'

const epochs = { lengthSeconds: 3n * DAY_SECONDS, requestSeconds: 2n * DAY_SECONDS }

it('counts from a request at the window’s end to one at its beginning (M8)', () => {
  expect(leavingDays({ ...epochs, timelock: 1n })).toBe('1 to 3 days')
  expect(leavingDays({ ...epochs, timelock: 2n })).toBe('4 to 6 days')
  expect(leavingDays({ ...epochs, timelock: 3n })).toBe('7 to 9 days')
})

it('never promises to be faster than it can be, nor says a range of one', () => {
  expect(leavingDays({ lengthSeconds: 100_000n, requestSeconds: 50_000n, timelock: 1n })).toBe('0 to 2 days')
  expect(leavingDays({ lengthSeconds: DAY_SECONDS, requestSeconds: 0n, timelock: 1n })).toBe('1 day')
})

it('has a buffer above 100% only (M1)', () => {
  expect(bufferP({ collateralizationP: 112n * ONE_P })).toBe(12n * ONE_P)
  expect(bufferP({ collateralizationP: 100n * ONE_P })).toBe(0n)
  expect(bufferP({ collateralizationP: 93n * ONE_P })).toBe(0n)
})
