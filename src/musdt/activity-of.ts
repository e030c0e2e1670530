import type { ActivityView, SystemLog } from '../system/activity'
import { describeMusdtEvent } from './events'
import type { MusdtLog } from './events'
import type { VaultIdentity } from './snapshot'
import { vaultFacts } from './vault-facts'
import { t } from '../words/t'

/** The spender and the event sources of this vault. */
export function activityOf(vault: VaultIdentity): Extract<ActivityView, { status: 'ready' }> {
  const place = { name: t`${vault.share.symbol} vault`, href: '/musdt' }
  // The log was decoded with the ABI above. Shares are a token as well, and a transfer of those looks alike.
  const describe = (log: SystemLog) => describeMusdtEvent(log as MusdtLog, vault)
  return {
    status: 'ready',
    spenders: [
      {
        address: vault.address,
        label: t`mUSDT vault`,
        takes: t`Takes deposits`,
        tokens: [vault.asset, vault.share],
        restsOn: vaultFacts(vault),
      },
    ],
    sources: [
      {
        address: vault.address,
        place,
        describe: (log) => (log.eventName === 'Transfer' ? undefined : describe(log)),
      },
      {
        address: vault.nft,
        place,
        describe: (log) => (log.eventName === 'Transfer' ? describe(log) : undefined),
      },
    ],
  }
}
