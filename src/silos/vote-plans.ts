import type { Address } from 'viem'

import { displayRatio, exactText } from '../math/amount'
import type { Shares } from '../math/silos-harvest'
import { actOn, planOf } from '../tx/plan/build'
import type { Act, Fact, Plan } from '../tx/plan/plan'
import { kinds, type Kind } from './kinds'
import { ECOSYSTEM, parameterName, parameterText } from './parameter-keys'
import { trusteesOf, type PlanContext } from './plan-parts'
import type { Board } from './proposals'
import { sharesText } from './shares-text'
import { usdcUnit, xtzUnit } from './snapshot'
import { boardFacts, parameterFact, proposalFact, type Told } from './vote-facts'
import { t } from '../words/t'

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
  restsOn: readonly Fact[],
): Plan {
  const act = actOn(trusteesOf(addresses), call)
  return planOf({
    kind,
    system: 'silos',
    chainId: network.chainId,
    account,
    acts: [act],
    restsOn,
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

/** A proposal: its event names the account and the kind. What it rests on is what the page put beside the arguments. */
function propose(
  context: PlanContext,
  title: string,
  functionName: keyof typeof kindOf,
  args: readonly unknown[],
  restsOn: readonly Fact[] = [],
): Plan {
  const event = { name: 'Proposed', args: { proposer: context.account, kind: kindOf[functionName] } }
  return votePlan(context, kinds.propose, { title, functionName, args, event }, restsOn)
}

/**
 * Proposes how to distribute the chamber, to the trustees and the ecosystem's address (as a number) of now.
 * rules.md S10, S18
 */
export function proposeDistribution(
  context: PlanContext,
  shares: Shares,
  board: Board,
  ecosystem: bigint,
): Plan {
  const title = t`Propose a distribution: ${sharesText(shares)}`
  return propose(
    context,
    title,
    'proposeDistribution',
    [shares],
    [
      ...(shares.dividendBps > 0n ? boardFacts(context, board) : []),
      ...(shares.ecosystemBps > 0n ? [parameterFact(context, ECOSYSTEM, ecosystem)] : []),
    ],
  )
}

/** Proposes to sell XTZ of Silo 4 (6 decimals) for at least `minProceeds` USDC (6 decimals). rules.md S7 */
export function proposeCover(context: PlanContext, xtzAmount: bigint, minProceeds: bigint): Plan {
  const title = t`Propose to sell ${exactText(xtzAmount, xtzUnit)} of Silo 4 for at least ${exactText(minProceeds, usdcUnit)}`
  return propose(context, title, 'proposeCover', [xtzAmount, minProceeds])
}

/** Proposes another value of a parameter, in its own unit as `current` is. rules.md S19 */
export function proposeParameter(context: PlanContext, key: number, value: bigint, current: bigint): Plan {
  const title = t`Propose for “${parameterName(key)}”: ${parameterText(key, value)}`
  return propose(context, title, 'proposeParameter', [key, value], [parameterFact(context, key, current)])
}

/** Proposes who the trustees are, and what each weighs, in place of those of now. rules.md S18 */
export function proposeWeights(
  context: PlanContext,
  { accounts, weights }: Pick<Board, 'accounts' | 'weights'>,
  board: Board,
): Plan {
  const whole = weights.reduce((sum, weight) => sum + weight, 0n)
  const named = accounts.map((account, index) => `${account} ${displayRatio(weights[index] ?? 0n, whole)}`)
  const title = t`Propose as trustees: ${named.join(', ')}`
  return propose(context, title, 'proposeWeights', [accounts, weights], boardFacts(context, board))
}

/** Proposes that one account takes all weight. rules.md S18 */
export function proposeHandOver(context: PlanContext, governor: Address): Plan {
  return propose(context, t`Propose to hand over to ${governor}`, 'proposeHandOver', [governor])
}

/** Proposes to stop a pending change. rules.md S19 */
export function proposeCancel(context: PlanContext, change: Told): Plan {
  const title = t`Propose to cancel change ${change.id}`
  return propose(context, title, 'proposeCancel', [change.id], [proposalFact(context, change)])
}

/** Votes for a proposal with all the account's weight, for good. rules.md S18 */
export function vote(context: PlanContext, proposal: Told): Plan {
  const { id } = proposal
  const call = {
    title: t`Vote for proposal ${id}`,
    functionName: 'vote',
    args: [id],
    event: { name: 'Voted', args: { id, trustee: context.account } },
  }
  return votePlan(context, kinds.vote, call, [proposalFact(context, proposal)])
}

/** Carries out a vote that has passed; anyone may. rules.md S18 */
export function execute(context: PlanContext, proposal: Told): Plan {
  const { id } = proposal
  const call = {
    title: t`Execute proposal ${id}`,
    functionName: 'execute',
    args: [id],
    event: { name: 'Executed', args: { id } },
  }
  return votePlan(context, kinds.execute, call, [proposalFact(context, proposal)])
}

/** Lets a change hold whose public delay is over; anyone may. rules.md S19 */
export function applyChange(context: PlanContext, proposal: Told): Plan {
  const { id } = proposal
  const call = {
    title: t`Apply change ${id}`,
    functionName: 'applyChange',
    args: [id],
    event: { name: 'Applied', args: { id } },
  }
  return votePlan(context, kinds.apply, call, [proposalFact(context, proposal)])
}
