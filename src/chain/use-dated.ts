import { useQuery } from '@tanstack/react-query'

import { fetchBlockTimes, type BlockTimes } from '../chain/block-times'
import { useClient, useNetwork } from '../chain/network'
import type { OwnEvent } from './own-events'

/** The same events, dated by the times of their blocks where the node's logs did not tell. */
export function dated(events: readonly OwnEvent[], times: BlockTimes): readonly OwnEvent[] {
  return events.map((event) =>
    event.time === undefined ? { ...event, time: times.get(event.blockNumber) } : event,
  )
}

/** The blocks of events that have no time of their own. */
export function undatedBlocks(events: readonly OwnEvent[]): readonly bigint[] {
  return events.flatMap(({ time, blockNumber }) => (time === undefined ? [blockNumber] : []))
}

/** Asked for each list on screen, which is a page of some. */
const MOST_SHOWN = 100

/** The events that are shown, with the times of their blocks as soon as a node has told them. trust.md B10 */
export function useDated(events: readonly OwnEvent[]): readonly OwnEvent[] {
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
