import { expect, it } from 'vitest'
import { afterSlippageDown } from './slippage'

it('accepts so much less, rounded down, and nothing less at 0', () => {
  expect(afterSlippageDown(1_000_001n, 0n)).toBe(1_000_001n)
  expect(afterSlippageDown(1_000_001n, 50n)).toBe(995_000n)
  expect(afterSlippageDown(1n, 10n)).toBe(0n)
  expect(() => afterSlippageDown(1n, 10_001n)).toThrow(RangeError)
})
