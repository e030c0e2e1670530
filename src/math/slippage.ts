import { BPS } from './units'
import { mulDivDown, subtract } from './uint256'

/**
 * The least of an expected amount (any unit) that a person accepts, `slippageBps` (basis points) below it. Rounds down;
 * 0 is exact. Throws above 10000 bps.
 */
export function afterSlippageDown(expected: bigint, slippageBps: bigint): bigint {
  return mulDivDown(expected, subtract(BPS, slippageBps), BPS)
}
