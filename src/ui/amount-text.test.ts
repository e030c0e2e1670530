import { describe, expect, it } from 'vitest'
import { amountTextFor, readAmountText } from './amount-text'

describe('readAmountText', () => {
  it('takes an empty field for nothing yet, not for a mistake', () => {
    expect(readAmountText('  ', 6)).toEqual({ value: undefined, problem: undefined })
  })
  it('gives an amount in base units', () => {
    expect(readAmountText('1,5', 6)).toEqual({ value: 1_500_000n, problem: undefined })
  })
  it('gives a sentence for what is no amount', () => {
    const { value, problem } = readAmountText('1e3', 6)
    expect(value).toBeUndefined()
    expect(problem).toMatch(/\.$/)
  })
})

describe('amountTextFor', () => {
  it('keeps what was typed while it means the value', () => {
    expect(amountTextFor(1_500_000n, '1.50', 6)).toBe('1.50')
    expect(amountTextFor(1_500_000n, '1,5', 6)).toBe('1,5')
  })
  it('keeps half-typed and wrong text: the value is undefined for both', () => {
    expect(amountTextFor(undefined, '1,000', 6)).toBe('1,000')
    expect(amountTextFor(undefined, 'abc', 6)).toBe('abc')
  })
  it('writes a value that came from elsewhere in full', () => {
    expect(amountTextFor(1_234_567_891n, '', 6)).toBe('1234.567891')
    expect(amountTextFor(2n, '1.50', 6)).toBe('0.000002')
  })
  it('empties the field when the value is taken away', () => {
    expect(amountTextFor(undefined, '1.50', 6)).toBe('')
  })
  it('writes again what it can read, to the last digit', () => {
    const largest = 2n ** 256n - 1n
    const text = amountTextFor(largest, '', 18)
    expect(readAmountText(text, 18).value).toBe(largest)
  })
})
