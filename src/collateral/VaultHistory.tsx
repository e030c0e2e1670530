import { useCallback, useMemo } from 'react'
import type { Address } from 'viem'

import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useSliced } from '../chain/use-sliced'
import { EventTable } from '../system/EventTable'
import { HistoryFrame } from '../system/HistoryState'
import type { CollateralType } from './snapshot'
import { vaultEventsAbi } from './vault-events'
import { vaultHistory, vaultHistoryEvents } from './vault-history'
import { t } from '../words/t'

type VaultHistoryProps = {
  type: Pick<CollateralType, 'engine' | 'name' | 'place'>
  id: bigint
  /** Never changes, and every event of a vault is told of its owner. */
  owner: Address
}

/** What has happened to a vault, from its events. rules.md C11 */
export default function VaultHistory({ type: { engine, name, place }, id, owner }: VaultHistoryProps) {
  const network = useNetwork()
  const history = useHistory({
    name: 'collateral.vaults',
    addresses: useMemo(() => [engine], [engine]),
    abi: vaultEventsAbi,
    events: vaultHistoryEvents,
    fromBlock: network.deploymentBlock,
    account: owner,
  })
  const { logs } = history
  const { made } = useSliced(
    `${engine}/${id}`,
    useCallback((signal) => vaultHistory(logs, id, { name, place }, signal), [logs, id, name, place]),
  )
  return (
    <HistoryFrame history={history}>
      <EventTable
        caption={t`What has happened to vault ${id}`}
        events={made ?? []}
        empty={history.status === 'ready' ? t`No events yet.` : t`Nothing has been found yet.`}
        explorerUrl={network.explorerUrl}
      />
    </HistoryFrame>
  )
}
