import { readTree } from '../chain/read-at'
import { knownValue } from '../math/reading'
import { known } from '../system/plan-option'
import type { SystemScript } from '../system/script'
import { accountEventsAbi } from './account-events'
import { activityOf } from './activity-of'
import { coinAddresses, coinListReads, coinUnits, coinWordsReads } from './coins'
import { stbtContracts, stbtNeeds } from './contracts'
import { stbtErrors } from './errors'
import { stbtPlans } from './named-plans'
import { reportOf } from './report'
import { stbtAt } from './stbt-at'

export const stbtScript: SystemScript = {
  id: stbtNeeds.group,
  name: 'STBT',
  needs: stbtNeeds,
  async report(at, account) {
    return known({ ...reportOf(await stbtAt(at, account), at.block.timestamp), alarms: [] })
  },
  events: {
    abi: accountEventsAbi,
    async sources(at) {
      const addresses = stbtContracts(at.network)
      const told = await readTree(at, coinListReads(addresses.minter))
      if (!told.list.isKnown) return told.list
      const coins = coinAddresses(told)
      const units = coinUnits(coins, await readTree(at, coinWordsReads(coins)))
      const pool = knownValue(told.pool)
      return known(activityOf(addresses, units, pool === undefined ? [] : [pool]))
    },
  },
  plans: stbtPlans,
  errors: stbtErrors,
}
