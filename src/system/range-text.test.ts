import { expect, it } from 'vitest'

import { displayBps } from '../math/amount'
import { rangeText } from './range-text'

it('names the least and the most, in whatever order they come', () => {
  expect(rangeText([10_000n, 9_000n, 9_500n], displayBps)).toBe('90% to 100%')
})

it('names one where all are written alike', () => {
  expect(rangeText([9_000n, 9_000n], displayBps)).toBe('90%')
  expect(rangeText([250n], (value) => `${value / 100n}%`)).toBe('2%')
})

it('names nothing of nothing', () => {
  expect(rangeText([], displayBps)).toBeUndefined()
})
