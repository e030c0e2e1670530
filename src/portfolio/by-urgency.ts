import type { Todo } from '../system/overview'

/**
 * The todos of all systems: danger first; then what lapses; then what waits for the person; invitations last. Among those
 * of a kind the soonest to lapse, then the greatest amount in USD; what is as urgent as another keeps its place.
 */
export function byUrgency<One extends Todo>(todos: readonly One[]): readonly One[] {
  return todos.toSorted(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      signOf((a.voidAt ?? NEVER) - (b.voidAt ?? NEVER)) ||
      signOf((b.usdWad ?? NO_PRICE) - (a.usdWad ?? NO_PRICE)),
  )
}

const NEVER = 2n ** 256n
/** What has no price comes after what is worth nothing. */
const NO_PRICE = -1n

function rankOf({ isDanger = false, voidAt, isOffer = false }: Todo): number {
  if (isDanger) return 0
  if (voidAt !== undefined) return 1
  return isOffer ? 3 : 2
}

function signOf(difference: bigint): number {
  return difference === 0n ? 0 : difference < 0n ? -1 : 1
}
