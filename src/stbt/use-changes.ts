import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { fetchCalldata } from '../chain/calldata'
import { useHistory, type History } from '../chain/history'
import { useClient, useNetwork } from '../chain/network'
import { changesOf, type Change } from './changes'
import { supplyEvents, supplyEventsAbi, type SupplyLog } from './events'
import { liveChangesOf, undecodedOf } from './live-changes'
import type { Stbt, StbtState } from './snapshot'
import { useTimes } from './use-times'

/** Asked for one by one, where a node's logs do not tell. */
const MOST_ASKED = 500

export type Changes = {
  readonly history: Omit<History<typeof supplyEventsAbi, (typeof supplyEvents)[number]>, 'logs'> & {
    readonly logs: readonly SupplyLog[]
  }
  /** Everything that moved balances, oldest first, as far as it has been read. */
  readonly changes: readonly Change[]
}

/** The history of supply and shares. On live the queue is read too: it tells what was issued and burnt. rules.md T19 */
export function useChanges({ addresses, kind }: Pick<Stbt, 'addresses'> & Pick<StbtState, 'kind'>): Changes {
  const { stbt, timelock } = addresses
  const network = useNetwork()
  const client = useClient()
  const contracts = useMemo(() => (kind === 'ours' ? [stbt] : [stbt, timelock]), [kind, stbt, timelock])
  const history = useHistory({
    name: `stbt.${kind}`,
    addresses: contracts,
    abi: supplyEventsAbi,
    events: supplyEvents,
    fromBlock: network.deploymentBlock,
  })
  const logs: readonly SupplyLog[] = history.logs
  const isReady = history.status === 'ready'
  const hashes = useMemo(
    () => (kind === 'live' && isReady ? undecodedOf(logs, stbt) : []),
    [kind, isReady, logs, stbt],
  )
  const { data: calls } = useQuery({
    queryKey: ['stbt.calls', network.chainId, stbt, hashes.join()],
    enabled: hashes.length > 0,
    staleTime: Infinity,
    queryFn: () => fetchCalldata(client, stbt, hashes, MOST_ASKED),
    placeholderData: (former) => former,
  })
  const times = useTimes(logs, isReady)
  const changes = useMemo(() => {
    const told = kind === 'ours' ? changesOf(logs) : liveChangesOf(logs, stbt, calls ?? new Map())
    if (!times) return told
    return told.map((change) => ({ ...change, time: change.time ?? times.get(change.blockNumber) }))
  }, [kind, logs, stbt, calls, times])
  return { history, changes }
}
