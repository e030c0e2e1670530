import { Badge } from '../ui/Badge'
import type { Tone } from '../ui/tone'
import type { SeriesState } from './snapshot'
import { phaseOf } from './enums'
import type { Phase } from './enums'

const tones: Readonly<Record<Phase, Tone | 'neutral'>> = {
  Announced: 'neutral',
  Staking: 'success',
  Sale: 'info',
  Tenor: 'info',
  Matured: 'warn',
  Settled: 'neutral',
  Cancelled: 'neutral',
}

/** The phase the contract itself reports. */
export function PhaseBadge({ state }: { state: SeriesState }) {
  const phase = phaseOf(state)
  return (
    <span className="inline-flex gap-1">
      <Badge tone={tones[phase]}>{phase}</Badge>
      {state.isPaused && <Badge tone="warn">Paused</Badge>}
    </span>
  )
}
