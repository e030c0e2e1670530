import { useCallback } from 'react'
import type { Address } from 'viem'

import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useSliced } from '../chain/use-sliced'
import type { ActivityPart, ActivityView, EventSource, Spender } from '../system/activity'
import type { HistoryProgress } from '../system/HistoryState'
import type { System } from '../system/system'
import { ownEvents } from './own-events'
import type { OwnEvent, OwnLog } from './own-events'

/** What one system tells of an account: whom it may have approved, and what it did. */
export type SystemActivity =
  | Exclude<ActivityView, { status: 'ready' }>
  | {
      readonly status: 'ready'
      readonly spenders: readonly Spender[]
      /** Newest first; undefined until they are sorted out for the first time. */
      readonly events: readonly OwnEvent[] | undefined
      /** They are all that has been read. */
      readonly isSorted: boolean
      readonly history: HistoryProgress
    }

const nobody: readonly never[] = []

/** Each system has a history of its own, so that one that can't be read hides no other. */
export function useSystemActivity(part: ActivityPart, { id }: System, account: Address): SystemActivity {
  const network = useNetwork()
  const view = part.useActivity()
  const sources: readonly EventSource[] = view.status === 'ready' ? view.sources : nobody
  const { logs, ...history } = useHistory({
    name: `activity.${id}`,
    addresses: sources.map(({ address }) => address),
    abi: part.eventsAbi,
    events: part.eventNames,
    fromBlock: network.deploymentBlock,
    account,
  })
  const { made: events, isCurrent: isSorted } = useSliced(
    account,
    useCallback(
      (signal) => ownEvents(logs as readonly unknown[] as readonly OwnLog[], account, sources, signal),
      [logs, account, sources],
    ),
  )
  if (view.status !== 'ready') return view
  return { status: 'ready', spenders: view.spenders, events, isSorted, history }
}
