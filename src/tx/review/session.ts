import { getBlockNumber } from 'viem/actions'

import { dropOlderThan } from '../../chain/block-floor'
import type { Network } from '../../chain/config'
import type { OnScreen } from '../../chain/on-screen'
import { blockAtLeast, readAllowances } from '../rehearse/allowances'
import { toJson } from '../follow/entry'
import type { Entry } from '../follow/entry'
import type { Followed } from '../follow/follow'
import { takenBy } from '../follow/taken'
import { explainError } from '../explain/errors'
import type { AskedApproval } from '../follow/approved'
import { intentEntry } from '../send/intent'
import { isInFlight } from '../follow/machine'
import type { JournalStore } from '../follow/journal-store'
import { mayStillHappen } from '../send/open-request'
import { randomId } from '../plan/random-id'
import { requestsOf } from '../send/requests'
import type { Plan } from '../plan/plan'
import { unfounded } from '../plan/rests-on'
import { confirm as confirmFacts } from '../rehearse/confirm'
import { confirmShown } from '../rehearse/confirm-shown'
import type { ShownConfirmation } from '../rehearse/confirm-shown'
import { tokenProblem } from '../rehearse/known-tokens'
import { rehearse } from '../rehearse/rehearse'
import { sourcesOf } from '../rehearse/sources'
import type { SingleNode } from '../../chain/transport'
import type { Explained } from '../explain/revert'
import type { ReviewState } from './review-state'
import { batchAbility, forgetRequest, intentKey, sealReview, sendBatch, sendStep } from '../send/send'
import type { Review, SendResult } from '../send/send'
import { remainingSteps } from '../plan/steps'
import type { ApprovalWidth, Step } from '../plan/steps'
import {
  alreadyAsked,
  anotherNamed,
  askedElsewhere,
  changedSince,
  doneElsewhere,
  ended,
  fewerSources,
  mayBeOpen,
  noAnswer,
  noWallet,
  withoutReason,
} from './session-problems'
import { readStrays } from './strays'
import { withTabLock } from '../send/tab-lock'
import { withinLimit } from '../wallet'
import type { Wallet } from '../wallet'
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

export type SessionWorld = Followed & {
  readonly network: Pick<Network, 'chainId' | 'contracts'>
  /** Every node by itself: to compare what they say. */
  readonly nodes: readonly SingleNode[]
  readonly getWallet: () => Promise<Wallet | undefined>
  readonly journal: JournalStore
  /** What the page was drawn from when the plan was made. */
  readonly onScreen: readonly OnScreen[]
  readonly onChange: () => void
}

/** Carries one frozen plan from preparation to its last effect. No React here: the dialog shows `getState()`. */
export function createSession(frozen: Plan, world: SessionWorld): Session {
  const { client, journal } = world
  const { chainId, account } = frozen
  const runId = randomId()
  const sources = sourcesOf(world.network, world.nodes, world.getWallet)
  const requests = requestsOf(frozen, runId, world, journal)
  let isConfirming = false
  let isAtomicAsked = false
  let takesGas = false
  let isClosed = false
  let review: Review | undefined
  let prepared = 0
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
    mayUpgrade: false,
  }

  const stopListening = journal.subscribe(onJournal)

  function set(change: Partial<ReviewState>): void {
    state = { ...state, ...change }
    world.onChange()
  }

  function block(problem: Explained): void {
    set({ stage: 'blocked', problem })
  }

  function refuseTwice(openRequest: Entry): void {
    set({ stage: 'blocked', openRequest, problem: alreadyAsked(openRequest) })
  }

  function doneActs(): ReadonlySet<number> {
    const done = state.entries.filter(
      ({ status, hasEffect }) => (status === 'included' || status === 'final') && hasEffect,
    )
    if (done.some(({ stepKind }) => stepKind === 'batch')) return new Set(frozen.acts.keys())
    return new Set(done.filter(({ stepKind }) => stepKind === 'act').map(({ actIndex }) => actIndex))
  }

  async function prepare(): Promise<void> {
    prepared += 1
    const mine = prepared
    set({ stage: 'preparing', problem: undefined, openRequest: undefined })
    try {
      const groundless = unfounded(frozen, world.network)
      if (groundless.length > 0) {
        block(withoutReason(groundless))
        return
      }
      const misnamed = tokenProblem(frozen, world.network)
      if (misnamed) {
        block(misnamed)
        return
      }
      const done = doneActs()
      // What receipts have proved needs no further word of a node, which may lag behind them. trust.md F7
      if (done.size === frozen.acts.length) {
        set({ stage: 'done', steps: [] })
        return
      }
      const floor = state.entries.reduce(
        (highest, { blockNumber = 0n }) => (blockNumber > highest ? blockNumber : highest),
        0n,
      )
      const at = await blockAtLeast(client, floor)
      const [confirmation, shown] = await Promise.all([
        confirmFacts(frozen.restsOn, sources, at),
        confirmFigures(),
      ])
      if (mine !== prepared) return
      set({ confirmation, shown })
      const problem = confirmation.problem ?? shown?.problem
      if (problem) {
        block(problem)
        return
      }
      const facts = await readAllowances(client, frozen, state.width, at)
      const steps = remainingSteps(frozen, facts, { width: state.width, doneActs: done })
      if (mine !== prepared) return
      review = sealReview(frozen, steps)
      if (steps.length > 1) askWhetherAtomic()
      const rehearsal = await rehearse(client, review.plan, review.steps, at)
      if (mine !== prepared) return
      // What disagrees may be the page's figures: they are shown as old until this block is read.
      if (rehearsal.problems.length > 0) dropOlderThan(at)
      set({ stage: rehearsal.problems.length > 0 ? 'blocked' : 'ready', steps: review.steps, rehearsal })
    } catch (error) {
      if (mine === prepared) block(explainError(error, { doing: t`Preparing` }))
    }
  }

  /** Of a block that is past: once two agree on it, that does not change. */
  async function confirmFigures(): Promise<ShownConfirmation | undefined> {
    const { shown } = state
    return shown && shown.agreeing.length > 1
      ? shown
      : confirmShown(world.onScreen, world.nodes, world.network)
  }

  /** Once, and nothing waits for it: a wallet may take its time, and the plain button is there before. */
  function askWhetherAtomic(): void {
    if (isAtomicAsked) return
    isAtomicAsked = true
    const asked = world.getWallet().then((wallet) => wallet && batchAbility(wallet, chainId, account))
    asked.then(
      (known) => {
        takesGas = known?.takesGas === true
        set({ isAtomic: known?.isAtomic === true, canUpgrade: known?.canUpgrade === true })
      },
      // A wallet that can't say is asked for one step after the other.
      () => undefined,
    )
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

  async function confirm(how: 'step' | 'batch'): Promise<void> {
    const shown = review
    const step = state.steps[0]
    if (isConfirming || state.stage !== 'ready' || !shown || !step) return
    // A batch is leave for the wallet to change the account.
    if (how === 'batch' && state.canUpgrade && !state.mayUpgrade) return
    isConfirming = true
    set({ stage: 'checking', problem: undefined })
    try {
      const open = await requests.openFor(step)
      if (open) {
        refuseTwice(open)
        return
      }
      if (!(await isStillTrue(shown)) || !review) return
      const wallet = await world.getWallet()
      if (!wallet) {
        block(noWallet)
        return
      }
      set({ stage: 'checking' })
      await ask(how, review, step, wallet)
    } catch (error) {
      block(explainError(error, { doing: t`Sending` }))
    } finally {
      isConfirming = false
    }
  }

  async function ask(how: 'step' | 'batch', current: Review, step: Step, wallet: Wallet): Promise<void> {
    const id = randomId()
    askedId = id
    let asked: Entry | undefined
    const onAsk = async () => {
      const entry = await intentEntry(client, current, { id, runId, how })
      if (isClosed) throw new Error('The review was closed before the wallet was asked.')
      asked = entry
      approvalsAsked.set(id, entry.approvals ?? [])
      journal.record(entry)
      // From here on the wallet decides; the person may leave and come back.
      isConfirming = false
      set({ stage: 'waiting' })
    }
    const key = intentKey(chainId, account, step)
    const outcome = await withTabLock(key, requests.countAskedAgain(), async () => {
      // Another tab may have sent it and let go of the lock while this one was reading. trust.md D6, F21
      const elsewhere = requests.askedInAnotherTab(step)
      if (elsewhere) {
        if (isInFlight(elsewhere)) refuseTwice(elsewhere)
        else block(doneElsewhere(elsewhere))
        return 'asked'
      }
      const send =
        how === 'batch'
          ? sendBatch(current, wallet, onAsk, takesGas ? state.rehearsal?.stepGas : [])
          : sendStep(current, 0, wallet, onAsk, state.rehearsal?.stepGas[0])
      await answer(id, await send, asked)
      return 'asked'
    })
    if (outcome === undefined) block(askedElsewhere)
  }

  async function answer(id: string, result: SendResult, asked: Entry | undefined): Promise<void> {
    if (result.isSent) {
      const isForgotten = journal.find(account, id) === undefined
      // Given up or taken off the list meanwhile: it was sent all the same.
      if (isForgotten && asked) journal.record(asked)
      // On record before anything else is awaited: the hash must survive whatever follows. trust.md D1
      if ('hash' in result) journal.applyEvent(account, id, { type: 'submitted', hash: result.hash })
      else {
        const entry = journal.find(account, id)
        if (entry) journal.record({ ...entry, batchId: result.batchId })
        journal.applyEvent(account, id, { type: 'batched' })
      }
      return
    }
    const { title, detail } = result.problem
    const note = `${title}. ${detail}`
    const mayBeSent = result.mayBeSent || (asked !== undefined && (await wasSentAllTheSame(asked)))
    journal.applyEvent(account, id, mayBeSent ? { type: 'unanswered', note } : { type: 'refused', note })
    if (askedId !== id) return
    const openRequest = mayBeSent ? journal.find(account, id) : undefined
    if (openRequest) set({ stage: 'blocked', openRequest, problem: mayBeOpen(result.problem) })
    else block(result.problem)
  }

  /** The person refused; a look at the nonce costs nothing. A node that can't tell leaves the person's word. */
  async function wasSentAllTheSame(asked: Entry): Promise<boolean> {
    try {
      const taken = takenBy(journal.entries(account), asked)
      return (await withinLimit(() => mayStillHappen(world, asked, taken))).isOpen
    } catch {
      return false
    }
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
      if (openRequest) refuseTwice(openRequest)
      else block(noAnswer)
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

  function isStepOf(step: Step, { stepKind, actIndex }: Entry): boolean {
    return stepKind === 'batch' || (step.kind === stepKind && step.actIndex === actIndex)
  }

  /** Whatever the wallet made of an approval, the allowance is read anew and says what is still to be signed. */
  function isStrayApproval({ stepKind, approved = [] }: Entry): boolean {
    return (stepKind === 'approve' || stepKind === 'reset') && approved.length > 0
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

  /** Something was learned about the transactions of this account. */
  function onJournal(): void {
    const entries = journal
      .entries(account)
      .filter((entry) => entry.runId === runId)
      .toReversed()
    const latest = entries.at(-1)
    // A refused request leaves the list: the one before it has nothing new to say.
    const before = state.entries.find(({ id }) => id === latest?.id)
    const isNews = latest && !(before && before.status === latest.status && before.note === latest.note)
    const isDone = isNews && latest.status === 'included'
    // At once: a step that is done is never shown as one still to sign.
    set({ entries, steps: isDone ? state.steps.filter((step) => !isStepOf(step, latest)) : state.steps })
    if (isNews) onProgress(latest)
  }

  function onProgress(entry: Entry): void {
    const isCurrent = entry.id === askedId
    switch (entry.status) {
      case 'sent':
      case 'stuck':
      case 'proposed':
        if (isCurrent) set({ stage: 'following', problem: undefined, openRequest: undefined })
        return
      case 'included':
        void lookForStrays()
        if (entry.hasEffect || isStrayApproval(entry)) void (isCurrent ? goOn() : prepare())
        else block(ended(t`It ran, but not as expected`, entry))
        return
      case 'reverted':
        block(ended(t`The chain refused it`, entry))
        return
      case 'replaced':
        block(ended(t`Another transaction took its place`, entry))
        return
      case 'cancelled':
        block(ended(t`It was cancelled in the wallet`, entry))
        return
      case 'dropped':
        block(ended(t`No node knows it any more`, entry))
        return
      case 'unknown':
        // It seemed to be on its way, or done, and that was another one.
        if (isCurrent && (state.stage === 'following' || state.stage === 'done'))
          set({ stage: 'blocked', openRequest: entry, problem: anotherNamed(entry) })
        return
      case 'preparing':
      case 'waiting':
      case 'final':
      case 'gone':
    }
  }
}

const agreeingOn = (confirmation: ReviewState['confirmation']) => confirmation?.agreeing.length ?? 0
