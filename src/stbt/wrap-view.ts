import { amountDown, sharesDown, unwrapDown } from '../math/stbt-shares'
import type { StbtState } from './snapshot'

/** What a wrap or an unwrap comes to: balances before and after, to the unit. */
export type Wrapping = {
  /** STBT to wrap, or wSTBT to unwrap. */
  readonly asked: bigint
  /** What the balance that is given falls by. */
  readonly leaves: bigint
  /** What the other balance grows by. */
  readonly arrives: bigint
  /** Shares that stay where they were although more was asked for: with the person, or in the wrapper. */
  readonly behind: bigint
}

type Size = Pick<StbtState, 'supply' | 'totalShares'>

/**
 * Wrapping `amount` of a balance of `shares`. The shares of the amount move, rounded down; the balance falls by what it
 * is worth less then. Undefined where more would move than there is. rules.md T14
 */
export function wrapping(
  amount: bigint,
  shares: bigint,
  { supply, totalShares }: Size,
): Wrapping | undefined {
  const moved = sharesDown(amount, supply, totalShares)
  if (moved > shares) return undefined
  const before = amountDown(shares, supply, totalShares)
  const after = amountDown(shares - moved, supply, totalShares)
  // Only a wish for all of it can leave something behind.
  const behind = amount >= before ? shares - moved : 0n
  return { asked: amount, leaves: before - after, arrives: moved, behind }
}

/** Unwrapping `unwrapped` wSTBT to a balance of `shares`. rules.md T14 */
export function unwrapping(unwrapped: bigint, shares: bigint, { supply, totalShares }: Size): Wrapping {
  const { moved } = unwrapDown(unwrapped, supply, totalShares)
  const before = amountDown(shares, supply, totalShares)
  const after = amountDown(shares + moved, supply, totalShares)
  return { asked: unwrapped, leaves: unwrapped, arrives: after - before, behind: unwrapped - moved }
}
