/**
 * Arithmetic as the contracts do it: whole numbers from 0 to 2^256 - 1. Where Solidity reverts, and for arguments that
 * no contract can hold, these functions throw a RangeError whose message is a sentence.
 */
import { MAX_UINT256 } from './units'

const MAX_INT256 = 2n ** 255n - 1n

/** OpenZeppelin's `Math.mulDiv`: floor of `x * y / denominator`, the product in full. Throws at 0 and above uint256. */
export function mulDivDown(x: bigint, y: bigint, denominator: bigint): bigint {
  requireUint256(x, y, denominator)
  if (denominator === 0n) throw new RangeError('A division by zero: a price or a ratio is 0.')
  return uint256((x * y) / denominator)
}

/** OpenZeppelin's `Math.mulDiv` with `Rounding.Ceil`. Throws like `mulDivDown`. */
export function mulDivUp(x: bigint, y: bigint, denominator: bigint): bigint {
  const floor = mulDivDown(x, y, denominator)
  return (x * y) % denominator === 0n ? floor : uint256(floor + 1n)
}

/** The value itself; throws below 0 and above 2^256 - 1. */
export function uint256(value: bigint): bigint {
  if (value < 0n) throw new RangeError('An amount on a chain cannot be less than 0.')
  if (value > MAX_UINT256) throw new RangeError('This is more than a contract can hold.')
  return value
}

/** The value itself; throws below -2^255 and above 2^255 - 1. */
export function int256(value: bigint): bigint {
  if (value > MAX_INT256 || value < -MAX_INT256 - 1n)
    throw new RangeError('This is more than a contract can hold with a sign.')
  return value
}

/** For arguments that a branch may leave out: throws unless all of them are uint256. */
export function requireUint256(...values: readonly bigint[]): void {
  values.forEach(uint256)
}

/** `a + b`; throws above 2^256 - 1. */
export function add(a: bigint, b: bigint): bigint {
  return uint256(uint256(a) + uint256(b))
}

/** `a - b`; throws below 0. */
export function subtract(a: bigint, b: bigint): bigint {
  requireUint256(a, b)
  if (b > a) throw new RangeError(`${b} is more than ${a}, from which it is taken.`)
  return a - b
}

/** `a - b`, 0 instead of less. */
export function saturatingSubtract(a: bigint, b: bigint): bigint {
  requireUint256(a, b)
  return a > b ? a - b : 0n
}

/** The smaller one. */
export function min(a: bigint, b: bigint): bigint {
  requireUint256(a, b)
  return a < b ? a : b
}

/** The larger one. */
export function max(a: bigint, b: bigint): bigint {
  requireUint256(a, b)
  return a > b ? a : b
}
