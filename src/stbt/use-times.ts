import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { fetchBlockTimes, type BlockTimes } from '../chain/block-times'
import { useClient, useNetwork } from '../chain/network'

/** Asked for one by one, where a node's logs do not tell. */
const MOST_ASKED = 500

type Dated = { readonly blockNumber: bigint; readonly blockTimestamp?: bigint | undefined }

/** Times of the events that came without one, once a history is read; undefined while none are needed or known. */
export function useTimes(logs: readonly Dated[], isReady: boolean): BlockTimes | undefined {
  const network = useNetwork()
  const client = useClient()
  const undated = useMemo(
    // Not `flatMap`: of 100,000 events that makes as many lists.
    () => logs.filter((log) => log.blockTimestamp === undefined).map(({ blockNumber }) => blockNumber),
    [logs],
  )
  const { data: times } = useQuery({
    queryKey: ['stbt.times', network.chainId, undated.join()],
    enabled: isReady && undated.length > 0,
    staleTime: Infinity,
    queryFn: () => fetchBlockTimes(client, undated, MOST_ASKED),
    placeholderData: (former) => former,
  })
  return times
}
