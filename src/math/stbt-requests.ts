/**
 * What a request to mint or to redeem STBT comes to, compared with bytecode to the last unit (`exactness/`). STBT has 18
 * decimals; `unit` is the power of ten between a coin's decimals and 18; rates and prices are 1e18 = 1. Arguments are
 * uint256: anything else throws a RangeError whose message is a sentence.
 */
import { mulDivDown, requireUint256, subtract, uint256 } from './uint256'
import { WAD } from './units'

/** How the Minter converts between a coin's decimals and 18: `isDivided` in the direction in question. rules.md T6 */
export type Scale = { readonly isDivided: boolean; readonly unit: bigint }

/** Parts of a redemption: STBT (18 decimals), and `paid` in units of the coin. */
export type Redemption = {
  readonly gross: bigint
  readonly fee: bigint
  readonly conversion: bigint
  readonly net: bigint
  readonly paid: bigint
}

/** An amount in other decimals. Rounds down where it divides. Throws above uint256 and at unit 0. rules.md T6 */
export function scaledDown(amount: bigint, { isDivided, unit }: Scale): bigint {
  requireUint256(amount, unit)
  return isDivided ? mulDivDown(amount, 1n, unit) : uint256(amount * unit)
}

/**
 * STBT proposed for a deposit (units of the coin): less the fee, then from the coin's decimals to 18. Rounds down twice.
 * Throws above uint256 and for a fee above 100%. rules.md T6
 */
export function proposedDown(deposit: bigint, feeRate: bigint, scale: Scale): bigint {
  requireUint256(deposit)
  return scaledDown(uint256(deposit * subtract(WAD, feeRate)) / WAD, scale)
}

/** Price of an early sale: settlement price over the price of the day before. Rounds down. Throws at 0. rules.md T9 */
export function executionPriceDown(settlementPrice: bigint, previousPrice: bigint): bigint {
  return mulDivDown(settlementPrice, WAD, previousPrice)
}

/**
 * What a redemption of STBT pays before other fees, and how it comes about: gross by the execution price (1e18 without an
 * early sale), less the redemption fee, less the conversion to the coin, in units of the coin. Rounds down at each step.
 * Throws above uint256 and for rates above 100%. rules.md T8, T9
 */
export function redemptionDown(
  amount: bigint,
  executionPrice: bigint,
  feeRate: bigint,
  conversionRate: bigint,
  scale: Scale,
): Redemption {
  requireRate(feeRate)
  requireRate(conversionRate)
  const gross = mulDivDown(amount, executionPrice, WAD)
  const fee = mulDivDown(gross, feeRate, WAD)
  const afterFee = subtract(gross, fee)
  const conversion = mulDivDown(afterFee, conversionRate, WAD)
  const net = subtract(afterFee, conversion)
  return { gross, fee, conversion, net, paid: scaledDown(net, scale) }
}

function requireRate(rate: bigint): void {
  requireUint256(rate)
  if (rate > WAD) throw new RangeError('A rate cannot be above 100%.')
}
