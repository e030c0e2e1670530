import { dropOlderThan } from '../../chain/block-floor'
import { explainError } from '../explain/errors'
import type { Explained } from '../explain/revert'
import type { Entry } from '../follow/entry'
import type { Plan } from '../plan/plan'
import { unfounded } from '../plan/rests-on'
import { remainingSteps } from '../plan/steps'
import { blockAtLeast, readAllowances } from '../rehearse/allowances'
import { confirm } from '../rehearse/confirm'
import { confirmShown } from '../rehearse/confirm-shown'
import type { ShownConfirmation } from '../rehearse/confirm-shown'
import { tokenProblem } from '../rehearse/known-tokens'
import { rehearse } from '../rehearse/rehearse'
import { sourcesOf } from '../rehearse/sources'
import { batchAbility, sealReview } from '../send/send'
import type { Review } from '../send/send'
import type { ReviewState } from './review-state'
import { withoutReason } from './session-problems'
import type { World } from './world'
import { t } from '../../words/t'

/** Reads the chain and rehearses what is left of a plan, as often as it is told to; the last time counts. */
export function preparationOf(
  plan: Plan,
  world: World,
  getState: () => ReviewState,
  set: (change: Partial<ReviewState>) => void,
) {
  const { client, network } = world
  const sources = sourcesOf(network, world.nodes, world.getWallet)
  let begun = 0
  let isAbilityAsked = false
  let review: Review | undefined

  async function prepare(): Promise<void> {
    begun += 1
    const mine = begun
    set({ stage: 'preparing', problem: undefined, openRequest: undefined })
    try {
      const unsound = planProblem(plan, network)
      if (unsound) {
        set({ stage: 'blocked', problem: unsound })
        return
      }
      const { entries, width } = getState()
      const doneActs = actsDone(plan, entries)
      // What receipts have proved needs no further word of a node, which may lag behind them. trust.md F7
      if (doneActs.size === plan.acts.length) {
        set({ stage: 'done', steps: [] })
        return
      }
      const at = await blockAtLeast(client, newestBlock(entries))
      const [confirmation, shown] = await Promise.all([confirm(plan.restsOn, sources, at), confirmFigures()])
      if (mine !== begun) return
      set({ confirmation, shown })
      const problem = confirmation.problem ?? shown?.problem
      if (problem) {
        set({ stage: 'blocked', problem })
        return
      }
      const steps = remainingSteps(plan, await readAllowances(client, plan, width, at), { width, doneActs })
      if (mine !== begun) return
      review = sealReview(plan, steps)
      if (steps.length > 1) askAbility()
      const rehearsal = await rehearse(client, review.plan, review.steps, at)
      if (mine !== begun) return
      const isWrong = rehearsal.problems.length > 0
      // What disagrees may be the page's figures: they are shown as old until this block is read.
      if (isWrong) dropOlderThan(at)
      set({ stage: isWrong ? 'blocked' : 'ready', steps: review.steps, rehearsal })
    } catch (error) {
      if (mine === begun) set({ stage: 'blocked', problem: explainError(error, { doing: t`Preparing` }) })
    }
  }

  /** Of a block that is past: once two agree on it, that does not change. */
  async function confirmFigures(): Promise<ShownConfirmation | undefined> {
    const { shown } = getState()
    return shown && shown.agreeing.length > 1 ? shown : confirmShown(world.onScreen, world.nodes, network)
  }

  /** Once, and nothing waits for it: a wallet may take its time, and the plain button is there before. */
  function askAbility(): void {
    if (isAbilityAsked) return
    isAbilityAsked = true
    const asked = world
      .getWallet()
      .then((wallet) => wallet && batchAbility(wallet, plan.chainId, plan.account))
    asked.then(
      (ability) => set({ ...ability }),
      // A wallet that can't say is asked for one step after the other.
      () => undefined,
    )
  }

  return {
    prepare,
    /** What was sealed last, for a wallet to be asked for. */
    getReview: () => review,
  }
}

function planProblem(plan: Plan, network: World['network']): Explained | undefined {
  const groundless = unfounded(plan, network)
  return groundless.length > 0 ? withoutReason(groundless) : tokenProblem(plan, network)
}

function actsDone({ acts }: Plan, entries: readonly Entry[]): ReadonlySet<number> {
  const done = entries.filter(
    ({ status, hasEffect }) => (status === 'included' || status === 'final') && hasEffect,
  )
  if (done.some(({ stepKind }) => stepKind === 'batch')) return new Set(acts.keys())
  return new Set(done.filter(({ stepKind }) => stepKind === 'act').map(({ actIndex }) => actIndex))
}

function newestBlock(entries: readonly Entry[]): bigint {
  return entries.reduce((newest, { blockNumber = 0n }) => (blockNumber > newest ? blockNumber : newest), 0n)
}
