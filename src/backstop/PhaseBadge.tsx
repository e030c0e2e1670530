import { useChainSeconds } from '../chain/use-block'
import { Badge } from '../ui/Badge'
import type { Series, SeriesState } from './snapshot'
import { stageOf } from './stage'
import { t } from '../words/t'

/** Where the series stands, and whether it is paused. */
export function PhaseBadge({ series, state }: { series: Series; state: SeriesState }) {
  const { label, tone } = stageOf(series.terms, state, useChainSeconds())
  return (
    <span className="inline-flex gap-1">
      <Badge tone={tone}>{label}</Badge>
      {state.isPaused && <Badge tone="warn">{t`Paused`}</Badge>}
    </span>
  )
}
