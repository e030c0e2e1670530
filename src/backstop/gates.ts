import { mapReading } from '../math/reading'
import type { Reading } from '../math/reading'
import { notPausedGate, windowGate } from '../form/gates'
import type { Gate } from '../ui/gate'
import type { SeriesState, Terms } from './snapshot'
import { t } from '../words/t'

export function stakingWindowGate(terms: Terms, now: bigint | undefined): Gate {
  return windowGate(t`Staking is open`, { open: terms.stakingOpen, close: terms.stakingClose }, now)
}

/** Entries stop while a series is paused; exits never do. rules.md 0 */
export function seriesOpenGate(state: Reading<SeriesState>): Gate {
  return notPausedGate(
    t`Series`,
    mapReading(state, ({ isPaused }) => isPaused),
    {
      paused: t`New stakes and purchases are paused. Leaving and claiming still work.`,
      running: t`The series takes new stakes.`,
    },
  )
}
