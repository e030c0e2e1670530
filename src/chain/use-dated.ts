import { useQuery } from '@tanstack/react-query'

import { fetchBlockTimes, type BlockTimes } from './block-times'
import { useClient, useNetwork } from './network'

/** Something that happened in a block, with its time (unix seconds) where a node's log told it. */
export type Dated = { readonly time: bigint | undefined; readonly blockNumber: bigint }

/** The same events, dated by the times of their blocks where the node's logs did not tell. */
export function dated<T extends Dated>(events: readonly T[], times: BlockTimes): readonly T[] {
  return events.map((event) =>
    event.time === undefined ? { ...event, time: times.get(event.blockNumber) } : event,
  )
}

/** The blocks of events that have no time of their own. */
export function undatedBlocks(events: readonly Dated[]): readonly bigint[] {
  return events.flatMap(({ time, blockNumber }) => (time === undefined ? [blockNumber] : []))
}

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
