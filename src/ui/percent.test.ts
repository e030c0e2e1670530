import { expect, it } from 'vitest'
import { barPercent } from './percent'

it('is a CSS length with two digits', () => {
  expect(barPercent(1n, 3n)).toBe('33.33%')
  expect(barPercent(5n, 10_000n)).toBe('0.05%')
})
it('stays within the bar', () => {
  expect(barPercent(7n, 3n)).toBe('100.00%')
  expect(barPercent(-1n, 3n)).toBe('0%')
  expect(barPercent(1n, 0n)).toBe('0%')
})
it('takes the largest integers of the chain', () => {
  expect(barPercent(2n ** 255n, 2n ** 256n)).toBe('50.00%')
})
