/**
 * Arithmetic of the four silos, as SiloMath.sol and PairMath.sol have it, function by function. USDC, XTZ and USDtz have
 * 6 decimals, prices are WAD (USD per XTZ), percentages basis points. The direction of rounding ends each name; without
 * one a result is exact. Everything throws a RangeError for what no uint256 holds, and at a price of 0.
 */
import {
  add,
  max,
  min,
  mulDivDown,
  mulDivUp,
  requireUint256,
  saturatingSubtract,
  subtract,
  uint256,
} from './uint256'
import { BPS, WAD } from './units'

/** What XTZ is worth in USD. Rounds down. rules.md S */
export function valueDown(xtz: bigint, price: bigint): bigint {
  return mulDivDown(xtz, price, WAD)
}

/** XTZ that fills an XTZ silo: the least that is worth the supply. Rounds up. rules.md S */
export function capUp(supply: bigint, price: bigint): bigint {
  return mulDivUp(supply, WAD, price)
}

/** XTZ for an amount of USD. Rounds down. rules.md S10 */
export function xtzDown(usd: bigint, price: bigint): bigint {
  return mulDivDown(usd, WAD, price)
}

/** The least USDC a sale of XTZ must bring. Rounds down. rules.md S13 */
export function soldMinDown(xtz: bigint, low: bigint, slippageBps: bigint): bigint {
  return mulDivDown(xtz, multiply(low, subtract(BPS, slippageBps)), WAD * BPS)
}

/** The most XTZ a sale that must bring `usd` may take. Rounds up. rules.md S13 */
export function soldMaxUp(usd: bigint, low: bigint, slippageBps: bigint): bigint {
  return mulDivUp(usd, WAD * BPS, multiply(low, subtract(BPS, slippageBps)))
}

/** The least XTZ a purchase for `usd` must bring. Rounds down. rules.md S13 */
export function boughtMinDown(usd: bigint, high: bigint, slippageBps: bigint): bigint {
  return mulDivDown(usd, WAD * BPS, multiply(high, add(BPS, slippageBps)))
}

/** The most USDC a purchase of `xtz` may cost. Rounds up. rules.md S13 */
export function boughtMaxUp(xtz: bigint, high: bigint, slippageBps: bigint): bigint {
  return mulDivUp(xtz, multiply(high, add(BPS, slippageBps)), WAD * BPS)
}

/** XTZ paid for redeemed USDtz. Rounds down. rules.md S11 */
export function redeemedXtzDown(usdtz: bigint, high: bigint, xtzSpreadBps: bigint): bigint {
  return mulDivDown(usdtz, WAD * subtract(BPS, xtzSpreadBps), multiply(BPS, high))
}

/** USDtz a redemption for USDC burns: what Silo 1 does not cover otherwise. Throws if F1 < S. rules.md S11 */
export function burntAtRedemption(amount: bigint, f1: bigint, supply: bigint): bigint {
  return saturatingSubtract(amount, subtract(f1, supply))
}

/**
 * USDtz a user may mint where both keys count: the inventory, and new supply up to what Silo 2 is worth (`v2`, 0 without
 * a price) or the latch's least supply. rules.md S4
 */
export function headroom(inventory: bigint, v2: bigint, supply: bigint, latchMinSupply: bigint): bigint {
  const keyed = saturatingSubtract(v2, supply)
  return add(inventory, max(keyed, saturatingSubtract(subtract(latchMinSupply, 1n), supply)))
}

/** USDtz a recapitalisation or a cover mints, at most `most`: up to what both base silos back. rules.md S7, S10 */
export function recapMint(most: bigint, f1: bigint, v2: bigint, supply: bigint): bigint {
  return min(most, saturatingSubtract(min(f1, v2), supply))
}

/** XTZ a cover may sell at most. Rounds up. rules.md S7 */
export function coverMaxUp(f1: bigint, v2: bigint, price: bigint): bigint {
  return capUp(saturatingSubtract(v2, f1), price)
}

/** USD that dividend and ecosystem may take out of the chamber together. rules.md S10 */
export function payableFromChamber(chamberValue: bigint, maxSupply: bigint, supply: bigint): bigint {
  return saturatingSubtract(chamberValue, multiply(3n, saturatingSubtract(maxSupply, supply)))
}

/** Floor of `amount * part / whole`; 0 of nothing. Rounds down. rules.md S10, S18 */
export function partDown(amount: bigint, part: bigint, whole: bigint): bigint {
  requireUint256(amount, part, whole)
  return whole === 0n ? 0n : mulDivDown(amount, part, whole)
}

/** What a pair (Uniswap v2, fee 0.3%) pays out for an input. Rounds down. */
export function pairOutputDown(amountIn: bigint, reserveIn: bigint, reserveOut: bigint): bigint {
  const afterFee = multiply(amountIn, 997n)
  return divide(multiply(afterFee, reserveOut), add(multiply(reserveIn, 1_000n), afterFee))
}

/** What a pair (Uniswap v2, fee 0.3%) wants for an output. Rounds up. Throws where it has not as much. */
export function pairInputUp(amountOut: bigint, reserveIn: bigint, reserveOut: bigint): bigint {
  const left = multiply(subtract(reserveOut, amountOut), 997n)
  return add(divide(multiply(multiply(reserveIn, amountOut), 1_000n), left), 1n)
}

function multiply(a: bigint, b: bigint): bigint {
  return uint256(uint256(a) * uint256(b))
}

function divide(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new RangeError('A division by zero: the pair is empty.')
  return a / b
}
