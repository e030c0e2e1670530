import { useChainSeconds } from '../chain/use-block'
import { Panel } from '../ui/Panel'
import { Timeline } from '../ui/Timeline'
import type { TimelinePhase } from '../ui/phases'
import { Countdown } from '../ui/Countdown'
import { knownValue } from '../math/reading'
import { PhaseBadge } from './PhaseBadge'
import type { Series, SeriesState, Terms } from './snapshot'
import { phaseMeaning, phaseOf } from './enums'

/** The phases of B1 in order; a cancelled series ends with its staking. */
function timelineOf(terms: Terms, state: SeriesState, settledAt: bigint): readonly TimelinePhase[] {
  const staking = { label: 'Staking', startsAt: terms.stakingOpen, endsAt: terms.stakingClose }
  if (phaseOf(state) === 'Cancelled') return [staking, { label: 'Cancelled', startsAt: terms.stakingClose }]
  return [
    staking,
    { label: 'Sale', startsAt: terms.saleOpen, endsAt: terms.saleClose },
    {
      label: 'Tenor',
      startsAt: terms.saleClose,
      endsAt: terms.maturity,
      ...(state.isFinalized ? {} : { detail: 'From finalization' }),
    },
    {
      label: settledAt === 0n ? 'Maturity' : 'Matured',
      startsAt: terms.maturity,
      ...(settledAt === 0n ? {} : { endsAt: settledAt }),
    },
    ...(settledAt === 0n ? [] : [{ label: 'Settled', startsAt: settledAt }]),
  ]
}

/** The next moment something changes by itself. */
function nextMoment(
  terms: Terms,
  state: SeriesState,
): { readonly label: string; readonly at: bigint } | undefined {
  switch (phaseOf(state)) {
    case 'Announced':
      return { label: 'Staking opens', at: terms.stakingOpen }
    case 'Staking':
      return { label: 'Staking closes', at: terms.stakingClose }
    case 'Sale':
      return { label: 'Sale closes', at: terms.saleClose }
    case 'Tenor':
      return { label: 'Matures', at: terms.maturity }
    case 'Matured':
    case 'Settled':
    case 'Cancelled':
      return undefined
  }
}

export function SeriesTimeline({ series, state }: { series: Series; state: SeriesState }) {
  const now = useChainSeconds()
  const moment = nextMoment(series.terms, state)
  const settledAt = knownValue(series.settlement)?.settledAt ?? 0n
  return (
    <Panel title="Life" lead={phaseMeaning[phaseOf(state)]} aside={<PhaseBadge state={state} />}>
      <Timeline
        label={`Phases of ${series.name}`}
        phases={timelineOf(series.terms, state, settledAt)}
        now={now}
      />
      {moment && (
        <p className="mt-4 flex flex-wrap items-baseline gap-x-2 border-t pt-3 text-sm">
          <span className="text-muted">{moment.label}</span>
          <span className="font-medium">
            <Countdown to={moment.at} now={now} doneText="with the next transaction" />
          </span>
        </p>
      )}
    </Panel>
  )
}
