/**
 * What a series releases. As in backstop.ts: compared with bytecode to the last unit, units and names as there, and a
 * RangeError whose message is a sentence where Solidity reverts.
 */
import { proRataDown, requiredForUp } from './backstop'
import { min, saturatingSubtract, subtract } from './uint256'

/**
 * Required backstop R (USDT) after a change of outstanding principal O or ledger L; it never rises. Rounds up. Throws
 * like `requiredForUp`. rules.md B6
 */
export function requiredAfterUp(
  requiredBefore: bigint,
  outstanding: bigint,
  ledgerUsdt: bigint,
  coverageBps: bigint,
): bigint {
  return min(requiredBefore, requiredForUp(saturatingSubtract(outstanding, ledgerUsdt), coverageBps))
}

/**
 * Everything a staker may have withdrawn so far (USDT). Rounds down. Throws when more is required than was staked.
 * rules.md B7
 */
export function entitlementDown(shares: bigint, totalShares: bigint, required: bigint): bigint {
  return proRataDown(subtract(totalShares, required), shares, totalShares)
}

/**
 * What a staker can withdraw now (USDT). Rounds down. Throws like `entitlementDown`, and when more was withdrawn than the
 * staker is entitled to. rules.md B7
 */
export function claimableDown(
  shares: bigint,
  totalShares: bigint,
  required: bigint,
  withdrawn: bigint,
): bigint {
  return subtract(entitlementDown(shares, totalShares, required), withdrawn)
}
