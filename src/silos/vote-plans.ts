import type { Address } from 'viem'

import { trusteesAbi } from '../../abis/Trustees'
import { amountText, displayRatio, exactText } from '../math/amount'
import type { Shares } from '../math/silos-harvest'
import { actOn, planOf } from '../tx/plan/build'
import type { Act, Plan } from '../tx/plan/plan'
import { kinds, type Kind } from './kinds'
import { parameterName, parameterText } from './parameter-keys'
import type { PlanContext } from './plan-parts'
import { sharesText } from './shares-text'
import { usdcUnit, xtzUnit } from './snapshot'

type Vote = Pick<Act, 'title'> & {
  readonly functionName: string
  readonly args: readonly unknown[]
  readonly boundArgs?: readonly number[]
  readonly event: { readonly name: string; readonly args: Act['effect']['args'] }
}

/** One call of the trustees' contract. It moves nothing of the account's. */
function votePlan(
  { network, account, addresses }: PlanContext,
  kind: Kind,
  call: Vote,
  bounds: Plan['bounds'] = [],
): Plan {
  const act = actOn({ address: addresses.trustees, label: 'Trustees', abi: trusteesAbi }, call)
  return planOf({
    kind,
    system: 'silos',
    chainId: network.chainId,
    account,
    acts: [act],
    restsOn: [],
    bounds,
  })
}

/** What the contract numbers its kinds of proposals. */
const kindOf = {
  proposeDistribution: 0,
  proposeCover: 1,
  proposeParameter: 2,
  proposeWeights: 3,
  proposeHandOver: 4,
  proposeCancel: 5,
} as const

/** A proposal: its event names the account and the kind. */
function propose(
  context: PlanContext,
  title: string,
  functionName: keyof typeof kindOf,
  args: readonly unknown[],
): Plan {
  const event = { name: 'Proposed', args: { proposer: context.account, kind: kindOf[functionName] } }
  return votePlan(context, kinds.propose, { title, functionName, args, event })
}

/** Proposes how to distribute the chamber. rules.md S10, S18 */
export function proposeDistribution(context: PlanContext, shares: Shares): Plan {
  return propose(context, `Propose a distribution: ${sharesText(shares)}`, 'proposeDistribution', [shares])
}

/** Proposes to sell XTZ of Silo 4 (6 decimals) for at least `minProceeds` USDC (6 decimals). rules.md S7 */
export function proposeCover(context: PlanContext, xtzAmount: bigint, minProceeds: bigint): Plan {
  const title = `Propose to sell ${amountText(xtzAmount, xtzUnit)} of Silo 4 for at least ${exactText(minProceeds, usdcUnit)}`
  return propose(context, title, 'proposeCover', [xtzAmount, minProceeds])
}

/** Proposes another value of a parameter, in its own unit. rules.md S19 */
export function proposeParameter(context: PlanContext, key: number, value: bigint): Plan {
  const title = `Propose for “${parameterName(key)}”: ${parameterText(key, value)}`
  return propose(context, title, 'proposeParameter', [key, value])
}

/** Proposes who the trustees are, and what each weighs. rules.md S18 */
export function proposeWeights(
  context: PlanContext,
  accounts: readonly Address[],
  weights: readonly bigint[],
): Plan {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const named = accounts.map((account, index) => `${account} ${displayRatio(weights[index] ?? 0n, whole)}`)
  const title = `Propose as trustees: ${named.join(', ')}`
  return propose(context, title, 'proposeWeights', [accounts, weights])
}

/** Proposes that one account takes all weight. rules.md S18 */
export function proposeHandOver(context: PlanContext, governor: Address): Plan {
  return propose(context, `Propose to hand over to ${governor}`, 'proposeHandOver', [governor])
}

/** Proposes to stop a pending change. rules.md S19 */
export function proposeCancel(context: PlanContext, change: bigint): Plan {
  return propose(context, `Propose to cancel change ${change}`, 'proposeCancel', [change])
}

/** Votes for a proposal with all the account's weight, for good. rules.md S18 */
export function vote(context: PlanContext, id: bigint): Plan {
  return votePlan(context, kinds.vote, {
    title: `Vote for proposal ${id}`,
    functionName: 'vote',
    args: [id],
    event: { name: 'Voted', args: { id, trustee: context.account } },
  })
}

/** Carries out a vote that has passed; anyone may. rules.md S18 */
export function execute(context: PlanContext, id: bigint): Plan {
  return votePlan(context, kinds.execute, {
    title: `Execute proposal ${id}`,
    functionName: 'execute',
    args: [id],
    event: { name: 'Executed', args: { id } },
  })
}

/** Lets a change hold whose public delay is over; anyone may. rules.md S19 */
export function applyChange(context: PlanContext, id: bigint): Plan {
  return votePlan(context, kinds.apply, {
    title: `Apply change ${id}`,
    functionName: 'applyChange',
    args: [id],
    event: { name: 'Applied', args: { id } },
  })
}
