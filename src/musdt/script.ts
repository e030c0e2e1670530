import { readTree } from '../chain/read-at'
import { known, unknown } from '../system/plan-option'
import type { SystemScript } from '../system/script'
import { activityOf } from './activity-of'
import { musdtContracts, musdtNeeds } from './contracts'
import { musdtErrors } from './errors'
import { musdtEventsAbi } from './events'
import { identityOf } from './identity'
import { musdtPlans } from './named-plans'
import { alarmsOf, reportOf } from './report'
import { assetReads, identityReads } from './snapshot'
import { vaultAt } from './vault-at'

export const musdtScript: SystemScript = {
  id: musdtNeeds.group,
  name: 'mUSDT',
  needs: musdtNeeds,
  async report(at, account) {
    const read = await vaultAt(at, account)
    if (!read.isKnown) return read
    const { value } = read
    return known({ ...reportOf(value, at.block.timestamp), alarms: alarmsOf(value.vault) })
  },
  events: {
    abi: musdtEventsAbi,
    async sources(at) {
      const address = musdtContracts(at.network).vault
      const usdt = at.network.contracts.shared?.usdt
      const vault = await readTree(at, identityReads(address))
      if (!vault.asset.isKnown) return vault.asset
      const asset = vault.asset.value
      const words = asset === usdt ? undefined : await readTree(at, assetReads(asset))
      const read = identityOf(address, vault, usdt, words)
      if (read.status === 'ready') return known(activityOf(read.identity))
      return unknown(read.status === 'error' ? read.reason : 'What the vault is made of is not known.')
    },
  },
  plans: musdtPlans,
  errors: musdtErrors,
}
