import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { dueOf, quote } from './redeem-view'
import type { Request } from './requests'

const toUsdc = { isDivided: true, unit: 10n ** 12n }
const fee = WAD / 1_000n

describe('a quote, rules.md T9', () => {
  it('takes the price of an early sale, or 1', () => {
    const plain = quote(1_000n * WAD, { sale: undefined, conversionRate: 0n }, fee, toUsdc)
    expect(plain).toMatchObject({ executionPrice: WAD, paid: 999_000_000n })
    const sale = { settlementPrice: 9_965n, previousPrice: 9_970n }
    expect(quote(102_500n * WAD, { sale, conversionRate: 0n }, fee, toUsdc)?.paid).toBe(102_346_147_191n)
  })

  it('is none at a price of 0 or a rate above all of it', () => {
    const sale = { settlementPrice: 1n, previousPrice: 0n }
    expect(quote(1n, { sale, conversionRate: 0n }, fee, toUsdc)).toBeUndefined()
    expect(quote(1n, { sale: undefined, conversionRate: WAD + 1n }, fee, toUsdc)).toBeUndefined()
    // A field that is empty is no 0.
    expect(quote(1n, { sale: undefined, conversionRate: undefined }, fee, toUsdc)).toBeUndefined()
    const open = { settlementPrice: WAD, previousPrice: undefined }
    expect(quote(1n, { sale: open, conversionRate: 0n }, fee, toUsdc)).toBeUndefined()
  })
})

describe('a settlement, rules.md T8', () => {
  const token = '0x0000000000000000000000000000000000000c01'
  const settlement = { token, amount: 999_000_000n, feeRate: fee, executionPrice: WAD, at: 1n } as const
  const request: Pick<Request, 'stbt' | 'settlement'> = { stbt: 1_000n * WAD, settlement }

  const told = { isConversionInPrice: true, noteDecimals: 18n }

  it('names what is missing as other fees', () => {
    expect(dueOf(request, toUsdc, told)).toEqual({
      due: 999_000_000n,
      paid: 999_000_000n,
      otherFees: 0n,
      name: 'other fees',
    })
    const less = { ...request, settlement: { ...settlement, amount: 998_000_000n } }
    expect(dueOf(less, toUsdc, told)?.otherFees).toBe(1_000_000n)
    expect(dueOf(less, toUsdc, { ...told, isConversionInPrice: false })?.name).toBe(
      'the conversion and other fees',
    )
  })

  it('reads the notes in the decimals that config.json names', () => {
    const notes = { ...settlement, feeRate: fee / 10n ** 12n, executionPrice: 1_000_000n }
    const due = dueOf({ ...request, settlement: notes }, toUsdc, { ...told, noteDecimals: 6n })
    expect(due).toMatchObject({ due: 999_000_000n, otherFees: 0n })
    expect(dueOf({ ...request, settlement: notes }, toUsdc, told)?.due).toBe(0n)
  })

  it('is not judged before it is paid', () => {
    expect(dueOf({ ...request, settlement: undefined }, toUsdc, told)).toBeUndefined()
    expect(dueOf(request, undefined, told)).toBeUndefined()
  })
})
