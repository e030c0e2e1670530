import { describe, expect, it } from 'vitest'
import { afterFee, noFee, transferFeeDown } from './tether'

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
})
