import { useMemo } from 'react'

import type { Network } from '../chain/config'
import { useNetwork } from '../chain/network'
import { useFixed, useSnapshot } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { ActivityView, EventSource, Spender } from '../system/activity'
import { assetsOf } from './assets'
import { describeSeriesEvent } from './events'
import type { SeriesLog } from './events'
import { contractFacts } from './series-facts'
import { listReads, termsReads } from './snapshot'
import type { SeriesAddresses } from './snapshot'

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
    const nameOf = (id: number) => knownValue(names[id])?.name ?? `series ${id}`
    return activityOf(list, nameOf, network)
  }, [list, names, network])

  if (all.status === 'error') return all
  if (terms.status === 'error') return terms
  if (reading && !reading.isKnown)
    return { status: 'error', reason: reading.reason, retry: () => window.location.reload() }
  return known ?? { status: 'loading' }
}

/** Spenders and event sources of these series. */
export function activityOf(
  list: readonly SeriesAddresses[],
  nameOf: (seriesId: number) => string,
  network: Pick<Network, 'contracts'>,
): Extract<ActivityView, { status: 'ready' }> {
  const tokens = Object.values(assetsOf(network))
  return {
    status: 'ready',
    spenders: list.flatMap((addresses, id): Spender[] => {
      const { pool, series } = addresses
      const name = nameOf(id)
      const both = { tokens, restsOn: contractFacts(network, { id, name, addresses }) }
      return [
        { ...both, address: pool, label: `Backstop pool of ${name}`, takes: 'Takes stakes' },
        { ...both, address: series, label: name, takes: 'Takes payments for Notes and warrants' },
      ]
    }),
    sources: list.flatMap(({ pool, series, warrant }, id) =>
      [pool, series, warrant].map((address): EventSource => {
        return {
          address,
          place: { name: nameOf(id), href: `/series/${id}` },
          // The log was decoded with the ABI above.
          describe: (log) => describeSeriesEvent(log as SeriesLog),
        }
      }),
    ),
  }
}
