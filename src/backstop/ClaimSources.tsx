import type { Reading } from '../math/reading'
import { SourceButton } from '../ui/SourceButton'
import type { Series } from './snapshot'
import { phaseOf } from './enums'
import { t } from '../words/t'

/** The calls that everything about one stake is computed from. */
export function ClaimSources({ series }: { series: Series }) {
  const { state, position, settlement } = series
  const isSettled = state.isKnown && phaseOf(state.value) === 'Settled'
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-xs text-muted">
      {t`Computed from`}
      <SourceNote label={t`my stake`} reading={position} />
      <SourceNote label={t`the series`} reading={state} />
      {isSettled && <SourceNote label={t`its settlement`} reading={settlement} />}
    </p>
  )
}

function SourceNote({ label, reading }: { label: string; reading: Reading<unknown> | undefined }) {
  if (!reading) return null
  return (
    <span role="group" aria-label={label} className="inline-flex items-center gap-0.5">
      {label} <SourceButton label={label} source={reading.source} />
    </span>
  )
}
