/**
 * Arithmetic of the USDT Backstop, compared with bytecode to the last unit (`exactness.chain.test.ts`). A function of
 * `contracts/src/backstop/BackstopMath.sol` has its name here, and the direction of its rounding at the end of it
 * (`capacity` is `capacityDown`); what that library does not have is for the app alone.
 *
 * Units: USDT amounts have 6 decimals; MSTR 18; BTC 8; prices are USDT units (6 decimals) per whole token; percentages
 * are basis points (10000 = 100%). Arguments are uint256: anything else throws a RangeError whose message is a
 * sentence, and so does what makes Solidity revert: division by zero, a subtraction below 0, a result above 2^256 - 1.
 *
 * What the first page needs is here; the rest of that library is in backstop-release.ts, backstop-settlement.ts and
 * backstop-warrants.ts.
 */
import { add, min, mulDivDown, mulDivUp, requireUint256, uint256 } from './uint256'
import { BPS, WAD } from './units'

/** One whole MSTR in its base units. */
export const MSTR_UNIT = 10n ** 18n

/** One whole BTC in its base units. */
export const BTC_UNIT = 10n ** 8n

/** Principal the staked USDT can cover. Rounds down. Throws at coverage 0. rules.md B3 */
export function capacityDown(totalShares: bigint, coverageBps: bigint): bigint {
  return mulDivDown(totalShares, BPS, coverageBps)
}

/**
 * The most USDT that may be sold; 0 when the capacity is below the minimum, for then the series is cancelled. Rounds
 * down. Throws like `capacityDown`. rules.md B3
 */
export function saleLimitDown(
  totalShares: bigint,
  coverageBps: bigint,
  minSale: bigint,
  maxSale: bigint,
): bigint {
  const covered = capacityDown(totalShares, coverageBps)
  requireUint256(minSale, maxSale)
  if (covered < minSale) return 0n
  return min(covered, maxSale)
}

/** USDT that must stay in the pool for an uncovered principal. Rounds up. Throws above uint256. rules.md B4 */
export function requiredForUp(uncoveredPrincipal: bigint, coverageBps: bigint): bigint {
  return mulDivUp(uncoveredPrincipal, coverageBps, BPS)
}

/**
 * A staker's part of `total` (any unit) by shares. Rounds down; 0 in an empty pool. Throws above uint256.
 * rules.md B8, B9, B13
 */
export function proRataDown(total: bigint, shares: bigint, totalShares: bigint): bigint {
  requireUint256(total, shares, totalShares)
  if (totalShares === 0n) return 0n
  return mulDivDown(total, shares, totalShares)
}

/** Stakers' share of the proceeds, in USDT. Rounds down. Throws above uint256. rules.md B9 */
export function upfrontUsdtDown(proceeds: bigint, upfrontBps: bigint): bigint {
  return mulDivDown(proceeds, upfrontBps, BPS)
}

/**
 * Number of whole warrants the stakers receive together; `warrantParUsdt` is the par of one. Rounds down. Throws at
 * par 0, when 10000 · par is above uint256, and above uint256. rules.md B10
 */
export function warrantCountDown(sold: bigint, warrantBps: bigint, warrantParUsdt: bigint): bigint {
  return mulDivDown(sold, warrantBps, uint256(BPS * uint256(warrantParUsdt)))
}

/**
 * A staker's part of the pool after depositing `deposit` more USDT (WAD, 1e18 = all of it). Rounds down; 0 in an empty
 * pool. rules.md B2
 */
export function poolShareAfterDown(shares: bigint, deposit: bigint, totalShares: bigint): bigint {
  return proRataDown(WAD, add(shares, deposit), add(totalShares, deposit))
}
