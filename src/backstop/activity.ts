import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed, useSnapshot } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { ActivityView } from '../system/activity'
import { activityOf } from './activity-of'
import { listReads, termsReads } from './snapshot'
import type { SeriesAddresses } from './snapshot'
import { t } from '../words/t'

export { seriesEventNames as eventNames, seriesEventsAbi as eventsAbi } from './events'

/** The pool and the contract of every series, which take tokens and tell what was done, and its Warrants, which tell. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  const all = useSnapshot(
    'backstop.list',
    useMemo(() => listReads(network), [network]),
  )
  const reading = all.status === 'ready' ? all.snapshot.data.list : undefined
  const read = reading?.isKnown ? JSON.stringify(reading.value) : undefined
  // The same object for as long as the list says the same.
  const list = useMemo(() => read && (JSON.parse(read) as readonly SeriesAddresses[]), [read])
  const terms = useFixed(
    'backstop.terms',
    useMemo(() => (list ? termsReads(list) : undefined), [list]),
  )
  const names = terms.status === 'ready' ? terms.snapshot.data : undefined
  const known = useMemo(() => {
    if (!list || !names) return undefined
    const nameOf = (id: number) => knownValue(names[id])?.name ?? t`series ${id}`
    return activityOf(list, nameOf, network)
  }, [list, names, network])

  if (all.status === 'error') return all
  if (terms.status === 'error') return terms
  if (reading && !reading.isKnown)
    return { status: 'error', reason: reading.reason, retry: () => window.location.reload() }
  return known ?? { status: 'loading' }
}
