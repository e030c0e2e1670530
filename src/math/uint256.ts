/**
 * Arithmetic as the contracts do it: whole numbers from 0 to 2^256 - 1. Where Solidity reverts, these functions throw a
 * RangeError whose message is a sentence.
 */
import { MAX_UINT256 } from './units'

/** OpenZeppelin's `Math.mulDiv`: floor of `x * y / denominator`, the product in full. Throws at 0 and above uint256. */
export function mulDivDown(x: bigint, y: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('A division by zero: a price or a ratio is 0.')
  return uint256((x * y) / denominator)
}

/** OpenZeppelin's `Math.mulDiv` with `Rounding.Ceil`. Throws like `mulDivDown`. */
export function mulDivUp(x: bigint, y: bigint, denominator: bigint): bigint {
  const floor = mulDivDown(x, y, denominator)
  return (x * y) % denominator === 0n ? floor : uint256(floor + 1n)
}

/** The value itself; throws when it is more than a contract can hold. */
export function uint256(value: bigint): bigint {
  if (value > MAX_UINT256) throw new RangeError('The result is more than a contract can hold.')
  return value
}

/** `a - b`; throws below 0. */
export function subtract(a: bigint, b: bigint): bigint {
  if (b > a) throw new RangeError(`${b} is more than ${a}, from which it is taken.`)
  return a - b
}

/** `a - b`, 0 instead of less. */
export function saturatingSubtract(a: bigint, b: bigint): bigint {
  return a > b ? a - b : 0n
}

/** The smaller one. */
export function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
