import type { Entry } from '../follow/entry'
import type { Step } from '../plan/steps'
import type { ReviewState } from './review-state'
import { anotherNamed, ended } from './session-problems'
import { t } from '../../words/t'

/** What a review does when something was learned of one of its transactions. */
export type Reaction =
  /** The step is done: what is left is prepared anew. */
  'done' | Partial<ReviewState> | undefined

/**
 * The transaction that something new is known of: the latest one. A refused request leaves the list, and the one before
 * it has nothing new to say.
 */
export function newsIn(entries: readonly Entry[], before: readonly Entry[]): Entry | undefined {
  const latest = entries.at(-1)
  const known = before.find(({ id }) => id === latest?.id)
  return known && known.status === latest?.status && known.note === latest.note ? undefined : latest
}

/** What is still to be signed once this is known: a step that is done is never shown as one to sign. */
export function stepsAfter(steps: readonly Step[], news: Entry | undefined): readonly Step[] {
  return news?.status === 'included' ? steps.filter((step) => !isStepOf(step, news)) : steps
}

function isStepOf(step: Step, { stepKind, actIndex }: Entry): boolean {
  return stepKind === 'batch' || (step.kind === stepKind && step.actIndex === actIndex)
}

/** @param isCurrent whether the wallet was asked for it last */
export function reactionTo(entry: Entry, isCurrent: boolean, stage: ReviewState['stage']): Reaction {
  switch (entry.status) {
    case 'sent':
    case 'stuck':
    case 'proposed':
      return isCurrent ? { stage: 'following', problem: undefined, openRequest: undefined } : undefined
    case 'included':
      return entry.hasEffect || isStrayApproval(entry)
        ? 'done'
        : blocked(t`It ran, but not as expected`, entry)
    case 'reverted':
      return blocked(t`The chain refused it`, entry)
    case 'replaced':
      return blocked(t`Another transaction took its place`, entry)
    case 'cancelled':
      return blocked(t`It was cancelled in the wallet`, entry)
    case 'dropped':
      return blocked(t`No node knows it any more`, entry)
    case 'unknown':
      // It seemed to be on its way, or done, and that was another one.
      return isCurrent && (stage === 'following' || stage === 'done')
        ? { stage: 'blocked', openRequest: entry, problem: anotherNamed(entry) }
        : undefined
    case 'preparing':
    case 'waiting':
    case 'final':
    case 'gone':
      return undefined
  }
}

/** Whatever the wallet made of an approval, the allowance is read anew and says what is still to be signed. */
function isStrayApproval({ stepKind, approved = [] }: Entry): boolean {
  return (stepKind === 'approve' || stepKind === 'reset') && approved.length > 0
}

function blocked(title: string, entry: Entry): Partial<ReviewState> {
  return { stage: 'blocked', problem: ended(title, entry) }
}
