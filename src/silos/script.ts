import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readTree } from '../chain/read-at'
import { knownValue } from '../math/reading'
import { known, typedAmount } from '../system/plan-option'
import type { PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { accountEventsAbi } from './account-events'
import { activityOf } from './activity-of'
import { alarmsOf } from './alarms'
import { silosContracts, silosNeeds } from './contracts'
import { silosErrors } from './errors'
import type { PlanContext } from './plan-parts'
import { mint, redeemUsd } from './plans'
import { PAGE, proposalOf, proposalReads } from './proposals'
import { reportOf } from './report'
import { silosOf, silosReads, usdtzUnit, type Silos } from './snapshot'

/** The reserve at one block, for an account. */
async function silosAt(at: ChainAt, account: Address): Promise<Silos> {
  const addresses = silosContracts(at.network)
  const data = await readTree(at, silosReads(addresses, account))
  const { number: blockNumber, timestamp } = at.block
  return { blockNumber, timestamp, isStale: false, ...silosOf(data, addresses, timestamp, account) }
}

/** The newest proposals where the account votes on them; undefined where that can't be told. */
async function votesAt(at: ChainAt, silos: Silos, account: Address) {
  const isTrustee = knownValue(silos.holder?.isTrustee)
  if (isTrustee === false) return []
  const [count, weightSet] = [knownValue(silos.proposalCount), knownValue(silos.weightSet)]
  if (isTrustee === undefined || count === undefined || weightSet === undefined) return undefined
  const reads = proposalReads(silos.addresses.trustees, { count, weightSet, most: PAGE }, account)
  return (await readTree(at, reads)).proposals.map(proposalOf)
}

function ofAmount(
  what: string,
  option: string,
  plan: (context: PlanContext, amount: bigint) => Plan,
): PlanMaker {
  return {
    what,
    options: { amount: { what: option, kind: 'amount' } },
    make({ network }, account, typed) {
      const amount = typedAmount(typed, 'amount', usdtzUnit.decimals)
      const context = { network, account, addresses: silosContracts(network) }
      return Promise.resolve(amount.isKnown ? known(plan(context, amount.value)) : amount)
    },
  }
}

export const silosScript: SystemScript = {
  id: silosNeeds.group,
  name: 'Silos',
  needs: silosNeeds,
  async report(at, account) {
    const silos = await silosAt(at, account)
    // Without it redemptions and claims are not known either.
    if (!silos.exitState.isKnown) return silos.exitState
    return known({ ...reportOf(silos, await votesAt(at, silos, account)), alarms: alarmsOf(silos) })
  },
  events: {
    abi: accountEventsAbi,
    sources: ({ network }) => Promise.resolve(known(activityOf(silosContracts(network)))),
  },
  plans: {
    mint: ofAmount('Mint USDtz with USDC', 'USDtz to mint', mint),
    redeemUsd: ofAmount('Redeem USDtz for USDC', 'USDtz to redeem', (context, amount) =>
      redeemUsd(context, amount),
    ),
  },
  errors: silosErrors,
}
