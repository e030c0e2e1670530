/**
 * Interest of STBT, compared with bytecode to the last unit (`exactness/`). Amounts have 18 decimals, rates are 1e18 =
 * 100%. What is signed is an int256, everything else uint256; anything else throws a RangeError whose message is a
 * sentence.
 */
import { int256, min, mulDivDown, requireUint256, subtract, uint256 } from './uint256'
import { WAD } from './units'

const YEAR_DAYS = 365n

/** The most that one report may add to a supply. Rounds down. Throws above uint256. rules.md T4 */
export function mostInterestDown(supply: bigint, maxRatio: bigint): bigint {
  return mulDivDown(supply, maxRatio, WAD)
}

/**
 * What of a reported interest is distributed, and what is carried on to the next report: nothing is distributed until
 * the carry is above 0, and never more than `most`. Exact. Throws where the sum is no int256. rules.md T4
 */
export function absorb(
  carry: bigint,
  interest: bigint,
  most: bigint,
): { distributed: bigint; newCarry: bigint } {
  requireUint256(most)
  const waiting = int256(int256(carry) + int256(interest))
  if (waiting <= 0n) return { distributed: 0n, newCarry: waiting }
  const distributed = min(waiting, most)
  return { distributed, newCarry: waiting - distributed }
}

/**
 * Service fee of a period out of the reported value of the portfolio: ACT/365 by New York dates. Rounds down. Throws
 * above uint256. rules.md T11, T15
 */
export function serviceFeeDown(netAssetValue: bigint, feeRate: bigint, days: bigint): bigint {
  requireUint256(feeRate, days)
  return mulDivDown(netAssetValue, uint256(feeRate * days), WAD * YEAR_DAYS)
}

/**
 * What a balance earns in `elapsed` seconds if they are like the last `seconds`, in which the supply grew by `growth`
 * (`stbt-yield.ts`: 1e36 = unchanged); negative where it fell. An estimate. Rounds towards 0. Throws at 0 seconds.
 * rules.md T12
 */
export function accruedTowardsZero(
  balance: bigint,
  growth: bigint,
  seconds: bigint,
  elapsed: bigint,
): bigint {
  requireUint256(balance, growth, seconds, elapsed)
  const one = WAD * WAD
  const rate = growth >= one ? subtract(growth, one) : subtract(one, growth)
  const change = int256(mulDivDown(balance, uint256(rate * elapsed), uint256(one * seconds)))
  return growth >= one ? change : -change
}
