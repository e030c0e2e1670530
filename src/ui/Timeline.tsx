import { displayDateTime } from '../math/time'
import { classes } from './classes'
import { Icon } from './Icon'
import { barPercent } from './percent'
import { Term } from './Term'
import { phaseState, type PhaseState, type TimelinePhase } from './phases'
import { t } from '../words/t'

type TimelineProps = {
  label: string
  phases: readonly TimelinePhase[]
  /** The chain's clock, unix seconds. */
  now: bigint | undefined
}

const word: Record<PhaseState, string> = { past: t`Done`, current: t`Now`, future: t`Next`, unknown: '' }

/** Phases in order with their times, and where the chain's clock stands among them. */
export function Timeline({ label, phases, now }: TimelineProps) {
  return (
    <ol aria-label={label} className="grid sm:auto-cols-fr sm:grid-flow-col sm:gap-x-1">
      {phases.map((phase) => (
        <Phase key={phase.label} phase={phase} now={now} state={phaseState(phase, now)} />
      ))}
    </ol>
  )
}

function Phase({ phase, now, state }: { phase: TimelinePhase; now: bigint | undefined; state: PhaseState }) {
  const isCurrent = state === 'current'
  return (
    <li
      aria-current={isCurrent ? 'step' : undefined}
      className="relative min-w-0 pb-4 ps-5 sm:pt-4 sm:pe-3 sm:pb-0 sm:ps-0"
    >
      <span
        aria-hidden="true"
        className="absolute top-1 bottom-0 start-0 w-1 forced-color-adjust-none overflow-hidden rounded-full bg-line sm:top-0 sm:end-0 sm:bottom-auto sm:h-1 sm:w-auto"
      >
        <PhaseProgress phase={phase} now={now} state={state} />
      </span>
      <p className={classes('flex items-center gap-1.5 text-sm', isCurrent && 'font-semibold')}>
        {phase.term ? <Term of={phase.term}>{phase.label}</Term> : <span>{phase.label}</span>}
        {isCurrent && (
          <span className="rounded bg-accent px-1 text-[0.6875rem] text-accent-ink">{word.current}</span>
        )}
        {state === 'past' && (
          <>
            <Icon name="check" className="size-3 text-muted" />
            <span className="sr-only">{word.past}</span>
          </>
        )}
      </p>
      <p className="text-xs text-muted">{displayDateTime(phase.startsAt)}</p>
      {phase.detail !== undefined && <p className="text-xs text-muted">{phase.detail}</p>}
    </li>
  )
}

function PhaseProgress({
  phase,
  now,
  state,
}: {
  phase: TimelinePhase
  now: bigint | undefined
  state: PhaseState
}) {
  if (state === 'past') return <span className="absolute inset-0 bg-muted/60" />
  if (state !== 'current' || now === undefined) return null
  const done =
    phase.endsAt === undefined ? '100%' : barPercent(now - phase.startsAt, phase.endsAt - phase.startsAt)
  return (
    <span
      className="absolute inset-x-0 top-0 h-(--done) bg-accent sm:inset-y-0 sm:end-auto sm:h-auto sm:w-(--done)"
      style={{ '--done': done } as React.CSSProperties}
    />
  )
}
