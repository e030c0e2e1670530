import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readTree } from '../chain/read-at'
import { knownValue } from '../math/reading'
import { known } from '../system/plan-option'
import type { SystemScript } from '../system/script'
import { accountEventsAbi } from './account-events'
import { activityOf } from './activity-of'
import { alarmsOf } from './alarms'
import { silosContracts, silosNeeds } from './contracts'
import { silosErrors } from './errors'
import { reservePlans } from './named-plans'
import { votePlans } from './named-votes'
import { PAGE, proposalOf, proposalReads } from './proposals'
import { reportOf } from './report'
import { silosAt } from './silos-at'
import type { Silos } from './snapshot'

/** The newest proposals where the account votes on them; undefined where that can't be told. */
async function votesAt(at: ChainAt, silos: Silos, account: Address) {
  const isTrustee = knownValue(silos.holder?.isTrustee)
  if (isTrustee === false) return []
  const [count, weightSet] = [knownValue(silos.proposalCount), knownValue(silos.weightSet)]
  if (isTrustee === undefined || count === undefined || weightSet === undefined) return undefined
  const reads = proposalReads(silos.addresses.trustees, { count, weightSet, most: PAGE }, account)
  return (await readTree(at, reads)).proposals.map(proposalOf)
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
  plans: { ...reservePlans, ...votePlans },
  errors: silosErrors,
}
