import { getBlockNumber } from 'viem/actions'

import { explainError } from '../explain/errors'
import type { Explained } from '../explain/revert'
import type { AskedApproval } from '../follow/approved'
import { toJson } from '../follow/entry'
import type { Entry } from '../follow/entry'
import type { Plan } from '../plan/plan'
import { randomId } from '../plan/random-id'
import type { ApprovalWidth } from '../plan/steps'
import { requestsOf } from '../send/requests'
import { forgetRequest, intentKey } from '../send/send'
import type { Review } from '../send/send'
import { askWallet, asTwice } from './ask'
import { preparationOf } from './prepare'
import { newsIn, reactionTo, stepsAfter } from './news'
import type { ReviewState } from './review-state'
import { changedSince, fewerSources, noAnswer, noWallet } from './session-problems'
import { readStrays } from './strays'
import type { World } from './world'
import { t } from '../../words/t'

export type Session = {
  readonly getState: () => ReviewState
  /** Reads the chain and rehearses; also "Try again". */
  readonly prepare: () => Promise<void>
  /** Asks the wallet for the next step, or for all of them in one go. */
  readonly confirm: (how: 'step' | 'batch') => Promise<void>
  readonly setWidth: (width: ApprovalWidth) => Promise<void>
  /** Lets the wallet turn the account into a smart one for this review, or no longer. */
  readonly setMayUpgrade: (mayUpgrade: boolean) => void
  /** Leaves a wallet that does not answer; its answer still counts when it comes. */
  readonly stopWaiting: () => void
  /** Asks again although an earlier request may still be answered. */
  readonly askAgain: () => Promise<void>
  /** The person left: a wallet that was not asked yet stays closed. */
  readonly close: () => void
}

/** Carries one frozen plan from preparation to its last effect. No React here: the dialog shows `getState()`. */
export function createSession(frozen: Plan, world: World, onChange: () => void): Session {
  const { client, journal } = world
  const { chainId, account } = frozen
  const runId = randomId()
  const requests = requestsOf(frozen, runId, world, journal)
  let isConfirming = false
  let isClosed = false
  let askedId: string | undefined
  /** By entry, kept here: what money goes by is not taken from storage. */
  const approvalsAsked = new Map<string, readonly AskedApproval[]>()
  let state: ReviewState = {
    plan: frozen,
    stage: 'preparing',
    steps: [],
    entries: [],
    width: 'exact',
    isAtomic: false,
    canUpgrade: false,
    takesGas: false,
    mayUpgrade: false,
  }
  const { prepare, getReview } = preparationOf(frozen, world, () => state, set)
  const stopListening = journal.subscribe(onJournal)

  function set(change: Partial<ReviewState>): void {
    state = { ...state, ...change }
    onChange()
  }

  function block(problem: Explained): void {
    set({ stage: 'blocked', problem })
  }

  async function confirm(how: 'step' | 'batch'): Promise<void> {
    const shown = getReview()
    const step = state.steps[0]
    if (isConfirming || state.stage !== 'ready' || !shown || !step) return
    // A batch is leave for the wallet to change the account.
    if (how === 'batch' && state.canUpgrade && !state.mayUpgrade) return
    isConfirming = true
    set({ stage: 'checking', problem: undefined })
    try {
      const open = await requests.openFor(step)
      if (open) {
        set({ stage: 'blocked', ...asTwice(open) })
        return
      }
      if (!(await isStillTrue(shown))) return
      const wallet = await world.getWallet()
      if (!wallet) {
        block(noWallet)
        return
      }
      set({ stage: 'checking' })
      const id = randomId()
      askedId = id
      const { takesGas, rehearsal } = state
      await askWallet(world, requests, {
        id,
        runId,
        review: getReview() ?? shown,
        how,
        wallet,
        stepGas: how === 'step' || takesGas ? (rehearsal?.stepGas ?? []) : [],
        onAsk: wait,
        onUnsent(unsent) {
          if (askedId === id) set({ stage: 'blocked', ...unsent })
        },
      })
    } catch (error) {
      block(explainError(error, { doing: t`Sending` }))
    } finally {
      isConfirming = false
    }
  }

  /** The head moved since the rehearsal: the wallet opens only if everything still holds. trust.md D13, F29 */
  async function isStillTrue(shown: Review): Promise<boolean> {
    const agreed = agreeingOn(state.confirmation)
    const head = await getBlockNumber(client, { cacheTime: 0 })
    if (head <= (state.rehearsal?.blockNumber ?? 0n)) return true
    await prepare()
    if (state.stage !== 'ready') return false
    if (agreed > 1 && agreeingOn(state.confirmation) < 2) {
      block(fewerSources)
      return false
    }
    if (toJson(state.steps) === toJson(shown.steps)) return true
    block(changedSince)
    return false
  }

  function wait(entry: Entry): void {
    if (isClosed) throw new Error('The review was closed before the wallet was asked.')
    approvalsAsked.set(entry.id, entry.approvals ?? [])
    journal.record(entry)
    // From here on the wallet decides; the person may leave and come back.
    isConfirming = false
    set({ stage: 'waiting' })
  }

  /** Something was learned about the transactions of this account. */
  function onJournal(): void {
    const entries = journal
      .entries(account)
      .filter((entry) => entry.runId === runId)
      .toReversed()
    const news = newsIn(entries, state.entries)
    set({ entries, steps: stepsAfter(state.steps, news) })
    if (!news) return
    if (news.status === 'included') void lookForStrays()
    const isCurrent = news.id === askedId
    const reaction = reactionTo(news, isCurrent, state.stage)
    if (reaction === 'done') void (isCurrent ? goOn() : prepare())
    else if (reaction) set(reaction)
  }

  /** After a step: the next one, by itself where the plan goes on. Never anything but what was reviewed. */
  async function goOn(): Promise<void> {
    const { steps: left, confirmation } = state
    await prepare()
    const isAsReviewed = toJson(state.steps) === toJson(left)
    const isWholeRehearsed = state.rehearsal?.couldNotKnow.length === 0
    const isAsSure = agreeingOn(state.confirmation) >= agreeingOn(confirmation)
    if (frozen.goesOn && state.stage === 'ready' && !isClosed && isAsReviewed && isWholeRehearsed && isAsSure)
      await confirm('step')
  }

  async function lookForStrays(): Promise<void> {
    if (!state.entries.some(({ approved = [] }) => approved.length > 0)) return
    const transactions = state.entries.flatMap(({ id, hash, stepKind }) => {
      const approvals = approvalsAsked.get(id) ?? []
      return hash && approvals.length > 0 ? [{ hash, approvals, isBatch: stepKind === 'batch' }] : []
    })
    const strays = await readStrays(world, frozen, transactions).catch(() => undefined)
    if (strays && !isClosed) set({ strays })
  }

  return {
    getState: () => state,
    prepare,
    confirm,
    async setWidth(width) {
      if (isConfirming) return
      set({ width })
      await prepare()
    },
    setMayUpgrade(mayUpgrade) {
      if (!isConfirming) set({ mayUpgrade })
    },
    stopWaiting() {
      if (state.stage !== 'waiting' || askedId === undefined) return
      journal.applyEvent(account, askedId, { type: 'unanswered', note: t`The wallet did not answer.` })
      const openRequest = journal.find(account, askedId)
      set({ stage: 'blocked', ...(openRequest ? asTwice(openRequest) : { problem: noAnswer }) })
    },
    async askAgain() {
      const { openRequest } = state
      if (openRequest) {
        requests.askedAgain(openRequest.id)
        forgetRequest(intentKey(chainId, account, openRequest))
      }
      await prepare()
    },
    close() {
      isClosed = true
      stopListening()
    },
  }
}

const agreeingOn = (confirmation: ReviewState['confirmation']) => confirmation?.agreeing.length ?? 0
