import { useMemo } from 'react'
import type { Address, Hex } from 'viem'

import { useHistory, type History } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useSnapshot } from '../chain/use-snapshot'
import { knownValue, type Source } from '../math/reading'
import {
  documentEvents,
  documentEventsAbi,
  documentListReads,
  documentReads,
  documentsOf,
  MOST_DOCUMENTS,
  type DocumentLog,
  type StbtDocument,
} from './documents'
import { useTimes } from './use-times'

export type DocumentsView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly documents: readonly StbtDocument[]
      readonly history: Omit<History<typeof documentEventsAbi, (typeof documentEvents)[number]>, 'logs'>
      /** So many of the list were not asked for: only the events tell of them. */
      readonly unasked: number
      /** Some of the list could not be read. */
      readonly isPartial: boolean
      readonly source: Source
    }

const none: readonly Hex[] = []

/** What the issuer has published, with what it replaced. rules.md T16 */
export function useDocuments(stbt: Address): DocumentsView {
  const network = useNetwork()
  const list = useSnapshot(
    'stbt.documentNames',
    useMemo(() => documentListReads(stbt), [stbt]),
  )
  const reading = list.status === 'ready' ? list.snapshot.data.names : undefined
  const names = knownValue(reading) ?? none
  const key = names.join()
  const known = useSnapshot(
    'stbt.documents',
    // eslint-disable-next-line react-hooks/exhaustive-deps -- each block tells a new array of the same names
    useMemo(() => documentReads(stbt, names.slice(0, MOST_DOCUMENTS)), [stbt, key]),
  )
  const history = useHistory({
    name: 'stbt.documents',
    addresses: useMemo(() => [stbt], [stbt]),
    abi: documentEventsAbi,
    events: documentEvents,
    fromBlock: network.deploymentBlock,
  })
  const logs: readonly DocumentLog[] = history.logs
  const times = useTimes(logs, history.status === 'ready')
  const told = known.status === 'ready' ? known.snapshot.data : undefined
  const documents = useMemo(
    () =>
      told &&
      documentsOf(
        told,
        logs.map((log) => ({ ...log, blockTimestamp: log.blockTimestamp ?? times?.get(log.blockNumber) })),
      ),
    [told, logs, times],
  )
  if (list.status === 'error') return list
  if (known.status === 'error') return known
  if (reading && !reading.isKnown)
    return { status: 'error', reason: reading.reason, retry: () => window.location.reload() }
  if (!reading || !documents) return { status: 'loading' }
  return {
    status: 'ready',
    documents,
    history,
    unasked: Math.max(0, names.length - MOST_DOCUMENTS),
    isPartial: told?.some(({ version }) => !version.isKnown) ?? false,
    source: reading.source,
  }
}
