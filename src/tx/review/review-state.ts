import type { Entry } from '../follow/entry'
import type { Plan } from '../plan/plan'
import type { Confirmation } from '../rehearse/confirm'
import type { ShownConfirmation } from '../rehearse/confirm-shown'
import type { Rehearsal } from '../rehearse/rehearse'
import type { Explained } from '../explain/revert'
import type { BatchAbility } from '../send/send'
import type { Stray } from './strays'
import type { ApprovalWidth, Step } from '../plan/steps'

/** One plan being reviewed and carried out. */
export type ReviewState = BatchAbility & {
  readonly plan: Plan
  /**
   * `blocked`: the wallet stays closed, `problem` or the rehearsal says why. `checking`: read once more, every
   * wait of it is bounded. `waiting`: the wallet is asked, for as long as the person takes.
   */
  readonly stage: 'preparing' | 'blocked' | 'ready' | 'checking' | 'waiting' | 'following' | 'done'
  /** What is still to be signed, in order; the first is next. */
  readonly steps: readonly Step[]
  /** Transactions of this review so far, oldest first. */
  readonly entries: readonly Entry[]
  readonly rehearsal?: Rehearsal | undefined
  /** Who confirms what the plan rests on, at the block of the rehearsal. */
  readonly confirmation?: Confirmation | undefined
  /** Who gives the same answers as those that the page was drawn from, at the block it was drawn at. */
  readonly shown?: ShownConfirmation | undefined
  /** What the wallet approved otherwise than asked, in transactions of this review. */
  readonly strays?: readonly Stray[] | undefined
  readonly problem?: Explained | undefined
  readonly width: ApprovalWidth
  /** The person lets the wallet change the account, for this review. */
  readonly mayUpgrade: boolean
  /** An earlier request for the very same transaction that may still be answered. */
  readonly openRequest?: Entry | undefined
}
