import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { afterFee, maxBeforeFee, noFee, transferFeeDown } from './tether'

describe('Tether transfer fee (rules.md U4)', () => {
  it('takes nothing while the fee is off', () => {
    expect(afterFee(1_000_000_000n, noFee)).toBe(1_000_000_000n)
  })

  it('rounds down and stops at the maximum', () => {
    const fee = { feeBps: 10n, maximumFeeUsdt: 5_000_000n }
    expect(transferFeeDown(999n, fee)).toBe(0n)
    expect(transferFeeDown(1_999_999n, fee)).toBe(1999n)
    expect(transferFeeDown(10_000_000_000n, fee)).toBe(5_000_000n)
    expect(afterFee(10_000_000_000n, fee)).toBe(9_995_000_000n)
  })

  it('sends the most of which no more than an amount arrives', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n })
    const fees = fc.record({ feeBps: fc.bigInt(0n, 10_000n), maximumFeeUsdt: fc.bigInt(0n, 10n ** 8n) })
    fc.assert(
      fc.property(amount, fees, (arriving, fee) => {
        const most = maxBeforeFee(arriving, fee)
        expect(afterFee(most, fee)).toBeLessThanOrEqual(arriving)
        expect(afterFee(most + 1n, fee)).toBeGreaterThan(arriving)
      }),
    )
  })
})
