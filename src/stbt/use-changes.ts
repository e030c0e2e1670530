import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

import { fetchCalldata } from '../chain/calldata'
import { useHistory, type History } from '../chain/history'
import { useClient, useNetwork } from '../chain/network'
import { useSliced } from '../chain/use-sliced'
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
  /** They are the whole history. */
  readonly isRead: boolean
}

const noHashes: readonly never[] = []
const nothing: { readonly changes: readonly Change[]; readonly isRead: boolean } = {
  changes: [],
  isRead: false,
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
  const { made: hashes = noHashes } = useSliced(
    stbt,
    useCallback(
      async (signal: AbortSignal) =>
        kind === 'live' && isReady ? undecodedOf(logs, stbt, signal) : noHashes,
      [kind, isReady, logs, stbt],
    ),
  )
  const { data: calls } = useQuery({
    queryKey: ['stbt.calls', network.chainId, stbt, hashes.join()],
    enabled: hashes.length > 0,
    staleTime: Infinity,
    queryFn: () => fetchCalldata(client, stbt, hashes, MOST_ASKED),
    placeholderData: (former) => former,
  })
  const times = useTimes(logs, isReady)
  const { made = nothing } = useSliced(
    stbt,
    useCallback(
      async (signal: AbortSignal) => {
        const told = await (kind === 'ours'
          ? changesOf(logs, signal)
          : liveChangesOf(logs, stbt, calls ?? new Map(), signal))
        const dated = times
          ? told.map((change) => ({ ...change, time: change.time ?? times.get(change.blockNumber) }))
          : told
        return { changes: dated, isRead: isReady }
      },
      [kind, logs, isReady, stbt, calls, times],
    ),
  )
  return { history, ...made }
}
