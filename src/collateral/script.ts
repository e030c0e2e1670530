import { known } from '../system/plan-option'
import type { SystemScript } from '../system/script'
import { activityOf, toldOf } from './activity-of'
import { alarmsOf } from './alarms'
import { collateralAt } from './collateral-at'
import { collateralContracts, collateralNeeds } from './contracts'
import { collateralErrors } from './errors'
import { accountEventsAbi } from './event-sources'
import { backingPlans } from './named-backing'
import { vaultPlans } from './named-plans'
import { upkeepPlans } from './named-upkeep'
import { reportLists, reportOf } from './report'

export const collateralScript: SystemScript = {
  id: collateralNeeds.group,
  name: 'Collateral',
  needs: collateralNeeds,
  async report(at, account) {
    const read = await collateralAt(at, reportLists, account)
    if (!read.isKnown) return read
    const { value } = read
    return known({ ...reportOf(value, account), alarms: alarmsOf(value) })
  },
  events: {
    abi: accountEventsAbi,
    async sources(at) {
      const read = await collateralAt(at, { vaults: false, auctions: false })
      return read.isKnown ? known(activityOf(collateralContracts(at.network), toldOf(read.value))) : read
    },
  },
  plans: { ...vaultPlans, ...backingPlans, ...upkeepPlans },
  errors: collateralErrors,
}
