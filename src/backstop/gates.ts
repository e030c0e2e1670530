import { mapReading } from '../math/reading'
import type { Reading } from '../math/reading'
import { exactUsdt } from '../math/tether'
import { notPausedGate, sinceGate, windowGate } from '../form/gates'
import type { Gate } from '../ui/gate'
import type { SeriesState, Terms } from './snapshot'
import { phaseOf } from './enums'

export function stakingWindowGate(terms: Terms, now: bigint | undefined): Gate {
  return windowGate('Staking is open', { open: terms.stakingOpen, close: terms.stakingClose }, now)
}

/** Entries stop while a series is paused; exits never do. rules.md 0 */
export function seriesOpenGate(state: Reading<SeriesState>): Gate {
  return notPausedGate(
    'Series',
    mapReading(state, ({ isPaused }) => isPaused),
    {
      paused: 'New stakes and purchases are paused. Leaving and claiming still work.',
      running: 'The series takes new stakes.',
    },
  )
}

/** Somebody else's purse must hold the amount; unknown is unmet. */
export function coverGate(label: string, held: bigint | undefined, needed: bigint | undefined): Gate {
  if (held === undefined) return { label, isMet: false, detail: 'Not read yet.' }
  return {
    label,
    isMet: held > 0n && (needed ?? 0n) <= held,
    detail: `It holds ${exactUsdt(held)}${needed === undefined ? '' : ` of ${exactUsdt(needed)} needed`}.`,
  }
}

/** The sale can be finalized by anyone from its close on. rules.md B5 */
export function finalizeGate(terms: Terms, state: SeriesState, now: bigint | undefined): Gate {
  const label = 'Sale has ended'
  const phase = phaseOf(state)
  if (phase === 'Cancelled')
    return { label, isMet: false, detail: 'The series was cancelled: nothing is sold.' }
  if (state.isFinalized) return { label, isMet: false, detail: 'The sale is finalized already.' }
  return sinceGate(label, terms.saleClose, now)
}

/** Settlement can be done by anyone from maturity on, once. rules.md B11 */
export function settleGate(terms: Terms, state: SeriesState, now: bigint | undefined): Gate {
  const label = 'Bond has matured'
  if (phaseOf(state) === 'Settled') return { label, isMet: false, detail: 'The series is settled already.' }
  if (!state.isFinalized) return { label, isMet: false, detail: 'The sale is not finalized yet.' }
  return sinceGate(label, terms.maturity, now)
}
