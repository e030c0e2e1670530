import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayAmount, displayBps, displayRatio, formatAmount, parseAmount } from './amount'
import { MAX_UINT256 } from './units'

const uint256 = fc.bigInt({ min: 0n, max: MAX_UINT256 })
const decimals = fc.integer({ min: 0, max: 30 })

const valueOf = (text: string, places = 6) => {
  const parsed = parseAmount(text, places)
  return parsed.isOk ? parsed.value : parsed.problem
}

describe('parseAmount (D20)', () => {
  it('reads back what formatAmount wrote, for every decimals', () => {
    for (let places = 0; places <= 30; places++)
      fc.assert(
        fc.property(uint256, (value) => {
          expect(parseAmount(formatAmount(value, places), places)).toEqual({ isOk: true, value })
        }),
        { numRuns: 60 },
      )
  })

  it('loses nothing on 77 digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{76}$/), decimals, (digits, places) => {
        expect(valueOf(digits, 0)).toBe(BigInt(digits))
        const text = `${digits.slice(0, 77 - places)}.${digits.slice(77 - places)}`
        expect(valueOf(text, places)).toBe(BigInt(digits))
      }),
    )
  })

  it('accepts nothing but the exact value or a refusal, whatever is typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,eE x\u0665\u2009+-]{0,12}$/), decimals, (text, places) => {
        const parsed = parseAmount(text, places)
        if (!parsed.isOk) {
          expect(parsed.problem).toMatch(/^\S.*\.$/)
          return
        }
        const plain = text.trim().replaceAll('\u0665', '5').replace(',', '.')
        expect(plain).toMatch(/^(\d+\.?\d*|\.\d+)$/)
        const [whole = '', fraction = ''] = plain.split('.')
        const scale = 10n ** BigInt(fraction.length)
        expect(parsed.value * scale).toBe(BigInt(whole + fraction) * 10n ** BigInt(places))
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['0', 0n],
    ['1', 1_000_000n],
    ['1.5', 1_500_000n],
    ['1,5', 1_500_000n],
    ['1,50', 1_500_000n],
    ['1.000', 1_000_000n],
    ['0,125', 125_000n],
    [',125', 125_000n],
    ['1234,567', 1_234_567_000n],
    ['.5', 500_000n],
    ['5.', 5_000_000n],
    ['5,', 5_000_000n],
    ['007', 7_000_000n],
    ['  12.000001\t', 12_000_001n],
    ['1.0000000000', 1_000_000n],
    // Arabic, Persian, full width: with signs of their own, and with those of a Latin keyboard.
    ['\u0661\u0662', 12_000_000n],
    ['\u0661\u066c\u0662\u0663\u0664\u066b\u0665', 1_234_500_000n],
    ['\u06f1\u06f2\u06f3\u06f4\u066b\u06f5\u06f6', 1_234_560_000n],
    ['\u06f1\u066c\u06f0\u06f0\u06f0\u066c\u06f0\u06f0\u06f0', 1_000_000_000_000n],
    ['\u0661\u066b\u0665\u0660\u0660', 1_500_000n],
    ['\u0660.\u0665', 500_000n],
    ['\uff11\uff12\uff0e\uff15', 12_500_000n],
    ['\uff11\uff0c\uff15', 1_500_000n],
    ['1\u0662\uff13', 123_000_000n],
    ['\u06f1\u066b\u06f0\u06f0\u06f0\u06f0\u06f0\u06f1', 1_000_001n],
  ])('reads %j', (text, value) => {
    expect(valueOf(text)).toBe(value)
  })

  it.each([
    ['', 'Enter an amount.'],
    ['   ', 'Enter an amount.'],
    ['.', 'Enter a number, like 0.5.'],
    [',', 'Enter a number, like 0.5.'],
    ['1,000', '"1,000" can mean 1000 or 1.000: write it without a comma, or with a point.'],
    ['12,345', '"12,345" can mean 12345 or 12.345: write it without a comma, or with a point.'],
    ['01,000', '"01,000" can mean 1000 or 1.000: write it without a comma, or with a point.'],
    ['1.000,5', 'Write the amount without thousands separators, like 1000.5.'],
    ['1,000.5', 'Write the amount without thousands separators, like 1000.5.'],
    ['1,000,000', 'Write the amount without thousands separators, like 1000.5.'],
    ['1..5', 'Write the amount without thousands separators, like 1000.5.'],
    ['1 000', 'Write the amount without spaces, like 1000.5.'],
    ['1\u00a0000', 'Write the amount without spaces, like 1000.5.'],
    ['1e6', 'Write the number out: scientific notation like 1e6 is not accepted.'],
    ['1.5E-3', 'Write the number out: scientific notation like 1e6 is not accepted.'],
    ['-1', 'An amount cannot be negative.'],
    ['\u22121', 'An amount cannot be negative.'],
    ['+1', 'Use only digits and one decimal point, like 1000.5.'],
    ['0x10', 'Use only digits and one decimal point, like 1000.5.'],
    ['12 USDT', 'Write the amount without spaces, like 1000.5.'],
    ['12usdt', 'Use only digits and one decimal point, like 1000.5.'],
    ["1'000", 'Use only digits and one decimal point, like 1000.5.'],
    ['Infinity', 'Use only digits and one decimal point, like 1000.5.'],
    // A Bengali 4 looks like an 8.
    ['\u{1d7d8}', 'Use the digits 0 to 9.'],
    ['1\u09ea', 'Use the digits 0 to 9.'],
    ['\u0661\u066c\u0662\u0663', 'Write the amount without thousands separators, like 1000.5.'],
    [
      '\u0661\u0662\u0663\u0664\u066c\u0665\u0660\u0660',
      'Write the amount without thousands separators, like 1000.5.',
    ],
    [
      '\u0661\u066b\u0662\u066c\u0663\u0664\u0665',
      'Write the amount without thousands separators, like 1000.5.',
    ],
    [
      '\uff11\uff0c\uff10\uff10\uff10',
      '"1,000" can mean 1000 or 1.000: write it without a comma, or with a point.',
    ],
    ['12\u202e34', 'Use only digits and one decimal point, like 1000.5.'],
    ['-\u0661', 'An amount cannot be negative.'],
    ['1.0000001', 'At most 6 decimals.'],
  ])('refuses %j', (text, problem) => {
    expect(valueOf(text)).toBe(problem)
  })

  it('says how many decimals a token has', () => {
    expect(valueOf('1.5', 0)).toBe('This amount is counted in whole units: no decimals.')
    expect(valueOf('1.55', 1)).toBe('At most 1 decimal.')
    expect(valueOf('0.0000000000000000001', 18)).toBe('At most 18 decimals.')
  })

  it('refuses more than uint256', () => {
    expect(valueOf(MAX_UINT256.toString(), 0)).toBe(MAX_UINT256)
    expect(valueOf((MAX_UINT256 + 1n).toString(), 0)).toBe('This is more than any contract can hold.')
    expect(valueOf('9'.repeat(1_000))).toBe('This is more than any contract can hold.')
    expect(valueOf('9'.repeat(1_000_000))).toBe('This is more than any contract can hold.')
    expect(valueOf(`${' '.repeat(1_000_000)}x`)).toBe('This is more than any contract can hold.')
  })
})

describe('formatAmount', () => {
  it.each([
    [0n, 6, '0'],
    [1n, 6, '0.000001'],
    [1_500_000n, 6, '1.5'],
    [1_234_567_890_123n, 6, '1234567.890123'],
    [-1_500_000n, 6, '-1.5'],
    [100n, 0, '100'],
    [1n, 30, '0.000000000000000000000000000001'],
  ])('%d with %d decimals is %s', (value, places, text) => {
    expect(formatAmount(value, places)).toBe(text)
  })
})

describe('displayAmount', () => {
  it.each([
    [1_234_560_000n, {}, '1,234.56'],
    [1_234_569_999n, {}, '1,234.56'],
    [1_234_560_001n, { round: 'up' }, '1,234.57'],
    [1_000_000_000_000n, {}, '1,000,000'],
    [999_999_999n, {}, '999.99'],
    [999_999_999n, { round: 'up' }, '1,000'],
    [0n, {}, '0'],
    [0n, { round: 'up' }, '0'],
    [1n, {}, '<0.01'],
    [9_999n, {}, '<0.01'],
    [10_000n, {}, '0.01'],
    [1n, { round: 'up' }, '0.01'],
    [1n, { maxFractionDigits: 6 }, '0.000001'],
    [1n, { maxFractionDigits: 18 }, '0.000001'],
    [999_999n, { maxFractionDigits: 0 }, '<1'],
    [-1_234_560_000n, {}, '−1,234.56'],
    [-1n, {}, '−0.01'],
    [-1n, { round: 'up' }, '>−0.01'],
  ] as const)('%d with %o is %s', (value, options, text) => {
    expect(displayAmount(value, 6, options)).toBe(text)
  })

  it('is a bound: down never overstates, up never understates, and only 0 is shown as 0', () => {
    const places = fc.integer({ min: 0, max: 8 })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: MAX_UINT256 }), decimals, places, (value, unit, digits) => {
        const read = (text: string) => valueOf(text.replaceAll(',', ''), unit)
        const down = displayAmount(value, unit, { maxFractionDigits: digits })
        const up = displayAmount(value, unit, { maxFractionDigits: digits, round: 'up' })
        const step = 10n ** BigInt(Math.max(0, unit - digits))
        if (down.startsWith('<')) expect(value < step).toBe(true)
        else expect(read(down)).toBe(value - (value % step))
        expect(up).toBe(
          displayAmount(((value + step - 1n) / step) * step, unit, { maxFractionDigits: digits }),
        )
        expect(down).not.toBe('0')
        expect(up).not.toBe('0')
      }),
      { numRuns: 500 },
    )
  })
})

describe('displayRatio and displayBps', () => {
  it.each([
    [1n, 3n, {}, '33.33%'],
    [1n, 3n, { round: 'up' }, '33.34%'],
    [1n, 3n, { maxFractionDigits: 6 }, '33.333333%'],
    [1n, 10n, {}, '10%'],
    [15n, 1n, {}, '1,500%'],
    [1n, 1_000_000n, {}, '<0.01%'],
    [0n, 5n, {}, '0%'],
    [5n, 0n, {}, '—'],
    [-1n, 10n, {}, '−10%'],
  ] as const)('%d of %d with %o is %s', (numerator, denominator, options, text) => {
    expect(displayRatio(numerator, denominator, options)).toBe(text)
  })

  it('shows basis points exactly', () => {
    expect([0n, 1n, 50n, 1_234n, 10_000n, 12_500n].map(displayBps)).toEqual([
      '0%',
      '0.01%',
      '0.5%',
      '12.34%',
      '100%',
      '125%',
    ])
  })
})
