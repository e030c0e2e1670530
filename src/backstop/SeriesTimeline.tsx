import { useChainSeconds } from '../chain/use-block'
import { Panel } from '../ui/Panel'
import { Timeline } from '../ui/Timeline'
import type { TimelinePhase } from '../ui/phases'
import { Countdown } from '../ui/Countdown'
import { knownValue } from '../math/reading'
import { PhaseBadge } from './PhaseBadge'
import type { Series, SeriesState, Terms } from './snapshot'
import { phaseOf } from './enums'
import { stageOf } from './stage'
import { terms as words } from './terms'
import { t } from '../words/t'

/** The phases of B1 in order; a cancelled series ends with its staking. */
function timelineOf(
  terms: Terms,
  state: SeriesState,
  settledAt: bigint,
  now: bigint | undefined,
): readonly TimelinePhase[] {
  // Without its finalization a series stays where it is, whatever the time.
  const isWaiting = !state.isFinalized && now !== undefined && now >= terms.saleClose
  const staking = { label: t`Staking`, startsAt: terms.stakingOpen, endsAt: terms.stakingClose }
  if (phaseOf(state) === 'Cancelled') return [staking, { label: t`Cancelled`, startsAt: terms.stakingClose }]
  return [
    staking,
    { label: t`Sale`, startsAt: terms.saleOpen, endsAt: terms.saleClose },
    ...(isWaiting ? [{ label: t`Finalization`, startsAt: terms.saleClose }] : []),
    {
      label: t`Tenor`,
      startsAt: terms.saleClose,
      term: words.tenor,
      endsAt: terms.maturity,
      isWaiting,
      ...(state.isFinalized ? {} : { detail: t`From finalization` }),
    },
    {
      label: settledAt === 0n ? t`Maturity` : t`Matured`,
      startsAt: terms.maturity,
      isWaiting,
      ...(settledAt === 0n ? {} : { endsAt: settledAt }),
    },
    ...(settledAt === 0n ? [] : [{ label: t`Settled`, startsAt: settledAt }]),
  ]
}

export function SeriesTimeline({ series, state }: { series: Series; state: SeriesState }) {
  const now = useChainSeconds()
  const { meaning, next } = stageOf(series.terms, state, now)
  const settledAt = knownValue(series.settlement)?.settledAt ?? 0n
  return (
    <Panel title={t`Life`} lead={meaning} aside={<PhaseBadge series={series} state={state} />}>
      <Timeline
        label={t`Phases of ${series.name}`}
        phases={timelineOf(series.terms, state, settledAt, now)}
        now={now}
      />
      {next && (
        <p className="mt-4 flex flex-wrap items-baseline gap-x-2 border-t pt-3 text-sm">
          <span className="text-muted">{next.label}</span>
          <span className="font-medium">
            {next.at === undefined ? (
              t`by anyone, now`
            ) : (
              <Countdown to={next.at} now={now} doneText={t`with the next transaction`} />
            )}
          </span>
        </p>
      )}
    </Panel>
  )
}
