import { useQuery } from '@tanstack/react-query'

import { dated, fetchBlockTimes, undatedBlocks, type Dated } from './block-times'
import { useClient, useNetwork } from './network'

/** Asked for each list on screen, which is a page of some. */
const MOST_SHOWN = 100

/** The events that are shown, with the times of their blocks as soon as a node has told them. trust.md B10 */
export function useDated<T extends Dated>(events: readonly T[]): readonly T[] {
  const client = useClient()
  const { chainId } = useNetwork()
  const blocks = undatedBlocks(events)
  const { data } = useQuery({
    queryKey: ['block-times', chainId, blocks.join()],
    enabled: blocks.length > 0,
    staleTime: Infinity,
    queryFn: () => fetchBlockTimes(client, blocks, MOST_SHOWN),
    placeholderData: (former) => former,
  })
  return data ? dated(events, data) : events
}
