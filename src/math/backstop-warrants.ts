/**
 * Warrants of the stakers. As in backstop.ts: compared with bytecode to the last unit, units and names
 * as there, and a RangeError whose message is a sentence where Solidity reverts.
 */
import { proRataDown } from './backstop'
import { requireUint256 } from './uint256'

export type Staker = { readonly address: `0x${string}`; readonly shares: bigint }

/**
 * Size of a staker's lost fraction of a warrant, in units of 1 / totalShares: the larger one is served first when the
 * remainder is handed out. Exact; 0 in an empty pool. rules.md B10
 */
export function warrantFraction(warrants: bigint, shares: bigint, totalShares: bigint): bigint {
  requireUint256(warrants, shares, totalShares)
  if (totalShares === 0n) return 0n
  return (warrants * shares) % totalShares
}

/**
 * Stakers in the order in which the remainder of the warrants is handed out, and which `allocateWarrants` demands: the
 * largest lost fraction first, ties by the lower address. Accounts without shares are left out. Throws for what is no
 * uint256, and when they are not all the stakers (their shares do not add up to `totalShares`, or one is listed twice).
 * rules.md B10
 */
export function warrantOrder(
  warrants: bigint,
  stakers: readonly Staker[],
  totalShares: bigint,
): readonly Staker[] {
  requireUint256(warrants, totalShares, ...stakers.map(({ shares }) => shares))
  const ranked = stakers
    .filter(({ shares }) => shares > 0n)
    .map((staker) => ({
      staker,
      order: BigInt(staker.address),
      fraction: warrantFraction(warrants, staker.shares, totalShares),
    }))
    .sort((a, b) => compare(b.fraction, a.fraction) || compare(a.order, b.order))
  if (ranked.reduce((sum, { staker }) => sum + staker.shares, 0n) !== totalShares)
    throw new RangeError('The shares of the stakers do not add up to the total.')
  if (new Set(ranked.map(({ order }) => order)).size !== ranked.length)
    throw new RangeError('A staker is listed twice.')
  return ranked.map(({ staker }) => staker)
}

/**
 * Whole warrants of every staker: the floor of the pro-rata part, and one more in the order of `warrantOrder` until
 * `warrants` are handed out. Does not depend on the order of `stakers`. Throws like `warrantOrder`. rules.md B10
 */
export function warrantAllocation(
  warrants: bigint,
  stakers: readonly Staker[],
  totalShares: bigint,
): Map<Staker['address'], bigint> {
  const ranked = warrantOrder(warrants, stakers, totalShares)
  const floors = ranked.map(({ shares }) => proRataDown(warrants, shares, totalShares))
  const remainder = warrants - floors.reduce((sum, floor) => sum + floor, 0n)
  return new Map(
    ranked.map(({ address }, rank) => [address, (floors[rank] ?? 0n) + (BigInt(rank) < remainder ? 1n : 0n)]),
  )
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
