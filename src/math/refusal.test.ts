import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as backstop from './backstop'
import * as release from './backstop-release'
import * as settlement from './backstop-settlement'
import * as allocation from './backstop-warrants'
import * as collateral from './collateral'
import * as musdt from './musdt'
import * as silos from './silos'
import * as slippage from './slippage'
import * as tether from './tether'
import * as uint256 from './uint256'
import { MAX_UINT256, WAD } from './units'

type Formula = (...args: bigint[]) => unknown

/** Functions that take something else than numbers, spread to numbers; the names of the signed arguments of others. */
const spread: Readonly<Record<string, Formula>> = {
  transferFeeDown: (amount = 0n, feeBps = 0n, maximumFeeUsdt = 0n) =>
    tether.transferFeeDown(amount, { feeBps, maximumFeeUsdt }),
  afterFee: (amount = 0n, feeBps = 0n, maximumFeeUsdt = 0n) =>
    tether.afterFee(amount, { feeBps, maximumFeeUsdt }),
  maxBeforeFee: (amount = 0n, feeBps = 0n, maximumFeeUsdt = 0n) =>
    tether.maxBeforeFee(amount, { feeBps, maximumFeeUsdt }),
  warrantOrder: (warrants = 0n, shares = 0n) =>
    allocation.warrantOrder(warrants, [{ address: '0x01', shares }], shares),
  warrantAllocation: (warrants = 0n, shares = 0n) =>
    allocation.warrantAllocation(warrants, [{ address: '0x01', shares }], shares),
  requireUint256: (value = 0n) => uint256.requireUint256(value),
}
const arity: Readonly<Record<string, number>> = {
  ...{ transferFeeDown: 3, afterFee: 3, maxBeforeFee: 3 },
  ...{ warrantOrder: 2, warrantAllocation: 2, requireUint256: 1 },
}
/** Places of int256 among the arguments. */
const signedPlaces: Readonly<Record<string, number | readonly number[]>> = {
  ...{
    sharePrice: 1,
    collateralPerToken: 1,
    collateralizationPDown: 1,
    collateralDown: 2,
    spreadPnlUp: 0,
    priceAfterDiscountsDown: 1,
  },
  ...{ collateralizationFromPricePDown: 1, int256: 0 },
  ...{ isBacked: 1, redeemedValueDown: 2, dayCapDown: [1, 2], levelPriceUp: 2 },
}
/** They write amounts as text, and show whatever they are given. */
const texts = new Set(['usdt', 'exactUsdt'])

const functions = [
  backstop,
  release,
  settlement,
  allocation,
  collateral,
  musdt,
  silos,
  slippage,
  tether,
  uint256,
]
  .flatMap((module): [string, unknown][] => Object.entries(module))
  .flatMap(([name, value]) =>
    typeof value === 'function' && !texts.has(name)
      ? [{ name, call: spread[name] ?? (value as Formula), places: arity[name] ?? value.length }]
      : [],
  )

const beyond = fc.oneof(
  fc.bigInt({ min: -(2n ** 300n), max: -1n }),
  fc.bigInt({ min: MAX_UINT256 + 1n, max: 2n ** 300n }),
)
const beyondSigned = fc.oneof(
  fc.bigInt({ min: -(2n ** 300n), max: -(2n ** 255n) - 1n }),
  fc.bigInt({ min: 2n ** 255n, max: 2n ** 300n }),
)
/** Zeros and ones take the branches that leave arguments out. */
const harmless = fc.oneof(fc.constantFrom(0n, 1n, WAD), fc.bigInt({ min: 0n, max: MAX_UINT256 }))

describe('what no uint256 can hold is refused with a sentence', () => {
  it.each(functions)('$name', ({ name, call, places }) => {
    expect(places).toBeGreaterThan(0)
    const inputs = fc
      .nat(places - 1)
      .chain((place) =>
        fc.tuple(
          fc.constant(place),
          [signedPlaces[name]].flat().includes(place) ? beyondSigned : beyond,
          fc.array(harmless, { minLength: places, maxLength: places }),
        ),
      )
    fc.assert(
      fc.property(inputs, ([place, bad, good]) => {
        expect(() => call(...good.with(place, bad))).toThrow(RangeError)
        expect(() => call(...good.with(place, bad))).toThrow(/\.$/)
      }),
      { numRuns: 300 },
    )
  })
})

it('gives a uint256, or throws, for every uint256', () => {
  for (const { name, call, places } of functions) {
    if (signedPlaces[name] !== undefined || arity[name] !== undefined) continue
    fc.assert(
      fc.property(fc.array(harmless, { minLength: places, maxLength: places }), (args) => {
        const results = valuesOf(call, args)
        for (const result of results) {
          expect(result).toBeGreaterThanOrEqual(0n)
          expect(result).toBeLessThanOrEqual(MAX_UINT256)
        }
      }),
    )
  }
})

function valuesOf(call: Formula, args: readonly bigint[]): readonly bigint[] {
  try {
    const result = call(...args)
    if (result === undefined) return []
    return typeof result === 'bigint' ? [result] : Object.values(result as Record<string, bigint>)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
