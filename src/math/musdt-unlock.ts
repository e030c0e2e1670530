/**
 * What unlocking a discount will cost the holders, before it is done. Units as in `musdt.ts`: assets have 6 decimals,
 * everything per share is 1e18 = 1; `pnlPerToken` is int256, the rest uint256, anything else throws a RangeError.
 */
import { lossPerTokenUp } from './musdt'
import { int256, saturatingSubtract } from './uint256'

/**
 * PnL per share (1e18 = 1, negative: a buffer) after a discount of `assetsDiscount` (6 decimals) was charged to a
 * `supply` (6 decimals). Rounds up: the holders' loss is never understated. Throws at supply 0. rules.md M6
 */
export function pnlAfterUnlockUp(pnlPerToken: bigint, assetsDiscount: bigint, supply: bigint): bigint {
  return int256(int256(pnlPerToken) + int256(lossPerTokenUp(assetsDiscount, supply)))
}

/**
 * Price of a share (1e18 = 1) at that PnL: a buffer above 100% pays first, so that the price may stay. Exact, 0 when
 * more is gone than a share is worth at most. rules.md M1, M6
 */
export function priceAtPnl(maxPnlPerToken: bigint, pnlPerToken: bigint): bigint {
  return saturatingSubtract(maxPnlPerToken, int256(pnlPerToken) > 0n ? pnlPerToken : 0n)
}

/**
 * Whether the vault refuses an unlock that leaves this PnL: ours never lets the price become 0, a GToken
 * (`isZeroAllowed`) lets it, but no less. rules.md M6
 */
export function isUnlockRefused(
  maxPnlPerToken: bigint,
  pnlPerToken: bigint,
  isZeroAllowed: boolean,
): boolean {
  return isZeroAllowed ? pnlPerToken > maxPnlPerToken : pnlPerToken >= maxPnlPerToken
}
