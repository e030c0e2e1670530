import { advance, type Advance } from '../math/silos-advance'
import { cycleEndsAt, repeatableUntil } from '../math/silos-cycle'
import { conditionsOf, type SiloState } from '../math/silos-state'

export type Closing = {
  /** When the running cycle ends, and until when the last closing may be repeated (exclusive). Unix seconds. */
  readonly endsAt: bigint
  readonly repeatableUntil: bigint
  readonly kind: 'due' | 'repeatable' | 'later'
  /** What a closing does: now where it is possible, else at the cycle's end with today's prices. */
  readonly result: Advance
}

/** The next closing. For one that lies ahead the sources are taken to say then what they say now. rules.md S8 */
export function closingOf(state: SiloState): Closing {
  const endsAt = cycleEndsAt(state)
  const until = repeatableUntil(state)
  const kind = state.time >= endsAt ? 'due' : state.time < until ? 'repeatable' : 'later'
  const at = kind === 'later' ? movedTo(state, endsAt) : state
  return { endsAt, repeatableUntil: until, kind, result: advance(at, { kind: 'closeCycle' }) }
}

/** The state at a later time (unix seconds). What is fresh now is fresh then. */
function movedTo(state: SiloState, time: bigint): SiloState {
  const { priceState, isUsdcSound } = conditionsOf(state)
  const renewed = ({ price }: SiloState['feed']) => ({ price, updatedAt: time })
  return {
    ...state,
    time,
    ...(priceState === 'Fresh' && { feed: renewed(state.feed), dex: renewed(state.dex) }),
    ...(isUsdcSound && { usdc: renewed(state.usdc) }),
  }
}
