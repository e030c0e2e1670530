import { expect, it } from 'vitest'
import { linePath } from './line-path'

const pixels = [
  [0, 10],
  [2.004, 3.333],
  [5, 8],
] as const

it('goes from point to point, or by steps, to a hundredth of a pixel', () => {
  expect(linePath(pixels, 'linear')).toBe('M0 10L2 3.33L5 8')
  expect(linePath(pixels, 'stepAfter')).toBe('M0 10H2V3.33H5V8')
})

it('is nothing without points, and a place for one', () => {
  expect(linePath([], 'linear')).toBe('')
  expect(linePath([[1, 2]], 'stepAfter')).toBe('M1 2')
})
