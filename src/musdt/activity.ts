import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import type { ActivityView, SystemLog } from '../system/activity'
import { musdtContracts } from './contracts'
import { describeMusdtEvent, musdtEventsAbi } from './events'
import type { MusdtLog } from './events'
import { vaultFacts } from './vault-facts'
import type { VaultIdentity } from './snapshot'
import { useIdentity } from './use-identity'
import { t } from '../words/t'

export const eventsAbi = musdtEventsAbi
export const eventNames = musdtEventsAbi.map(({ name }) => name)

/** The vault and its mNFT: the vault's amounts are told in the decimals of its tokens, so those are read first. */
export function useActivity(): ActivityView {
  const identity = useIdentity(musdtContracts(useNetwork()).vault)
  const known = identity.status === 'ready' ? identity.identity : undefined
  const view = useMemo(() => known && activityOf(known), [known])
  return identity.status === 'ready' ? (view ?? { status: 'loading' }) : identity
}

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
