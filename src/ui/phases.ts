import type { Meaning } from './Term'

export type TimelinePhase = {
  readonly label: string
  /** Of the label, where it is a word that insiders use. */
  readonly term?: Meaning
  /** Unix seconds. */
  readonly startsAt: bigint
  /** Unix seconds; undefined when it lasts. */
  readonly endsAt?: bigint | undefined
  readonly detail?: string
  /** It waits for something else than its time: it is ahead, whatever the clock says. */
  readonly isWaiting?: boolean
}

export type PhaseState = 'past' | 'current' | 'future' | 'unknown'

/** Where a phase stands on the chain's clock: windows are [start, end) (rules.md 0). */
export function phaseState(phase: TimelinePhase, now: bigint | undefined): PhaseState {
  if (now === undefined) return 'unknown'
  if (phase.isWaiting === true || now < phase.startsAt) return 'future'
  return phase.endsAt !== undefined && now >= phase.endsAt ? 'past' : 'current'
}
