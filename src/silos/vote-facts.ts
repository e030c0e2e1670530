import { siloSettingsAbi } from '../../abis/SiloSettings'
import { displayAmount } from '../math/amount'
import { answered } from '../tx/plan/build'
import type { Fact } from '../tx/plan/plan'
import { parameterName, parameterText } from './parameter-keys'
import { trusteesOf, type PlanContext } from './plan-parts'
import { matterText, type Board, type Proposal } from './proposals'
import { t } from '../words/t'

/** A proposal as the page was told of it. */
export type Told = Pick<Proposal, 'id' | 'matter' | 'made'>

/** What is voted on, carried out or stopped: a node that tells it otherwise would have another thing signed. */
export function proposalFact({ addresses }: PlanContext, { id, matter, made }: Told): Fact {
  return answered(trusteesOf(addresses), {
    means: t`Proposal ${id}, with ${displayAmount(made.yes, 0)} for it, says: ${matterText(matter).replace(/\.$/, '')}`,
    functionName: 'proposal',
    args: [id],
    expects: made,
  })
}

/** What a parameter is now: a number, or an address as one. */
export function parameterFact({ addresses: { settings } }: PlanContext, key: number, value: bigint): Fact {
  return answered(
    { address: settings, abi: siloSettingsAbi },
    {
      means: t`“${parameterName(key)}” is ${parameterText(key, value)} now`,
      functionName: 'valueOf',
      args: [key],
      expects: value,
    },
  )
}

/** Whom a list of trustees was made from, or a dividend goes to. */
export function boardFacts({ addresses }: PlanContext, { set, accounts, weights }: Board): readonly Fact[] {
  const target = trusteesOf(addresses)
  return [
    answered(target, {
      means: t`The current trustees are set ${set}`,
      functionName: 'weightSet',
      args: [],
      expects: set,
    }),
    answered(target, {
      means: t`Set ${set} is ${accounts.map((account, index) => t`${account} with ${weights[index] ?? 0n}`).join(', ')}`,
      functionName: 'trusteesOf',
      args: [set],
      expects: [accounts, weights],
    }),
  ]
}
