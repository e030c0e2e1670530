import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { scripts } from '../scripts'
import { known, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import { loadBooksBy } from '../tx/explain/error-book'
import { explainError } from '../tx/explain/errors'
import type { Explained } from '../tx/explain/revert'
import type { Plan } from '../tx/plan/plan'
import { unfounded } from '../tx/plan/rests-on'
import { remainingSteps, type Step } from '../tx/plan/steps'
import { readAllowances } from '../tx/rehearse/allowances'
import { confirm, type Confirmation } from '../tx/rehearse/confirm'
import { tokenProblem } from '../tx/rehearse/known-tokens'
import { rehearse, type Rehearsal } from '../tx/rehearse/rehearse'
import { sourcesOf } from '../tx/rehearse/sources'
import { systemsOn } from './open'
import { said } from './positions'

/** A plan that was rehearsed at one block: what to send, in order, and what it will do. */
export type Planned = {
  readonly plan: Plan
  readonly steps: readonly Step[]
  readonly rehearsal: Rehearsal
  readonly confirmation: Confirmation
}

type Named = { readonly system: SystemScript; readonly maker: PlanMaker }

/** Plans by what they are called: "backstop.stake". */
export function plansOn(at: Pick<ChainAt, 'network'>): ReadonlyMap<string, Named> {
  return new Map(
    systemsOn(at.network).flatMap((system) =>
      Object.entries(system.plans).map(
        ([verb, maker]) => [`${system.id}.${verb}`, { system, maker }] as const,
      ),
    ),
  )
}

/** A plan by its whole name, or by its verb alone where only one system has it. */
export function planNamed(at: Pick<ChainAt, 'network'>, name: string): Found<Named> {
  const plans = plansOn(at)
  const found = [...plans].filter(([whole]) => whole === name || whole.split('.')[1] === name)
  const [only] = found
  if (only && found.length === 1) return known(only[1])
  if (found.length > 1)
    return unknown(`Several systems can “${name}”: ${found.map(([whole]) => whole).join(', ')}.`)
  return unknown(`There is no plan “${name}” on this network. There are ${[...plans.keys()].join(', ')}.`)
}

/**
 * Makes a plan by name and rehearses it, as the app does before a wallet opens: what it rests on is asked of every node,
 * and all of its steps are run by `eth_simulateV1` on the block. Nothing is signed or sent, and no key is asked for.
 * @param typed the plan's options, as a person types them: whole tokens, "1000.5"
 * @returns a sentence where it can't be made, or would fail, or would do anything else than it says
 */
export async function planned(
  at: ChainAt,
  account: Address,
  name: string,
  typed: Readonly<Record<string, string>>,
): Promise<Found<Planned>> {
  loadBooksBy((id) => Promise.resolve(scripts.find((script) => script.id === id)?.errors))
  const named = planNamed(at, name)
  if (!named.isKnown) return named
  const { system, maker } = named.value
  const made = await said(system.name, () => maker.make(at, account, typed))
  if (!made.isKnown) return made
  try {
    return await rehearsed(at, made.value)
  } catch (error) {
    return refused(explainError(error, { doing: 'Rehearsing' }))
  }
}

const refused = ({ title, detail, action }: Explained) => unknown(`${title}. ${detail} ${action}`)

async function rehearsed(at: ChainAt, plan: Plan): Promise<Found<Planned>> {
  const { network, nodes, client, block } = at
  const groundless = unfounded(plan, network)
  if (groundless.length > 0) return unknown(`Nobody has confirmed ${groundless.join(', ')}.`)
  const misnamed = tokenProblem(plan, network)
  if (misnamed) return refused(misnamed)
  const sources = sourcesOf(network, nodes, () => Promise.resolve(undefined))
  const confirmation = await confirm(plan.restsOn, sources, block.number)
  if (confirmation.problem) return refused(confirmation.problem)
  const facts = await readAllowances(client, plan, 'exact', block.number)
  const steps = remainingSteps(plan, facts, { width: 'exact', doneActs: new Set() })
  const rehearsal = await rehearse(client, plan, steps, block.number)
  const [problem] = rehearsal.problems
  return problem ? refused(problem) : known({ plan, steps, rehearsal, confirmation })
}
