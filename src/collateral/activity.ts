import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import type { ActivityView } from '../system/activity'
import { activityOf, toldOf, type Told } from './activity-of'
import { collateralContracts } from './contracts'
import { accountEventsAbi } from './event-sources'
import { collateralOf, collateralSource } from './snapshot'

export const eventsAbi = accountEventsAbi
export const eventNames = accountEventsAbi.map(({ name }) => name)

const lists = { vaults: false, auctions: false }

/** The backing, the book and every engine in it. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  const addresses = useMemo(() => collateralContracts(network), [network])
  const live = useKnownSnapshot(
    'collateral',
    useMemo(() => collateralSource(addresses, lists), [addresses]),
  )
  const told = live.status === 'ready' ? collateralOf(live.snapshot.data, live.known) : undefined
  // The same object for as long as it says the same: a new one would begin the history anew.
  const said = told && JSON.stringify(toldOf(told))
  const view = useMemo(
    () => (said === undefined ? undefined : activityOf(addresses, JSON.parse(said) as Told)),
    [addresses, said],
  )
  if (live.status === 'error') return live
  if (told && !told.book.isKnown)
    return { status: 'error', reason: told.book.reason, retry: () => window.location.reload() }
  return view ?? { status: 'loading' }
}
