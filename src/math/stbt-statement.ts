/**
 * A statement of a balance that grows by itself: opening + flow + interest + rounding = closing, to the unit, for each
 * event and for any time of them together. Amounts have 18 decimals. rules.md T19
 */
import { amountDown } from './stbt-shares'

/** What makes a balance at one moment. */
export type Holding = { readonly shares: bigint; readonly supply: bigint; readonly totalShares: bigint }

/**
 * Why a balance moved: an event that names the holder, a distribution of interest, or others' issues and burns, which
 * move it by their rounding.
 */
export type Cause = 'flow' | 'interest' | 'rounding'

export type Movement = {
  readonly opening: bigint
  readonly flow: bigint
  readonly interest: bigint
  readonly rounding: bigint
  readonly closing: bigint
}

/** What one event did to a balance. Exact. Throws above uint256. rules.md T19 */
export function movement(before: Holding, after: Holding, cause: Cause): Movement {
  const opening = balanceOf(before)
  const closing = balanceOf(after)
  const nothing: Movement = { opening, flow: 0n, interest: 0n, rounding: 0n, closing }
  return { ...nothing, [cause]: closing - opening }
}

/** Movements that follow each other, as one; undefined for none. Throws where there is a gap between two. rules.md T19 */
export function together(movements: readonly Movement[]): Movement | undefined {
  const [first, ...rest] = movements
  if (!first) return undefined
  return rest.reduce((sum, next) => {
    if (next.opening !== sum.closing) throw new RangeError('These movements do not follow each other.')
    return {
      opening: sum.opening,
      flow: sum.flow + next.flow,
      interest: sum.interest + next.interest,
      rounding: sum.rounding + next.rounding,
      closing: next.closing,
    }
  }, first)
}

/** What a balance earned: interest, and what others' rounding left to it. rules.md T19 */
export function incomeOf({ interest, rounding }: Movement): bigint {
  return interest + rounding
}

function balanceOf({ shares, supply, totalShares }: Holding): bigint {
  return amountDown(shares, supply, totalShares)
}
