import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import type { ActivityView, SystemLog } from '../system/activity'
import { accountEventsAbi, describeCollateralEvent, type AccountLog } from './account-events'
import { collateralContracts } from './contracts'
import { collateralOf, collateralSource, type CollateralType } from './snapshot'

export const eventsAbi = accountEventsAbi
export const eventNames = accountEventsAbi.map(({ name }) => name)

const lists = { vaults: false, auctions: false }

/** The book and every engine in it. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  const addresses = useMemo(() => collateralContracts(network), [network])
  const live = useKnownSnapshot(
    'collateral',
    useMemo(() => collateralSource(addresses, lists), [addresses]),
  )
  const told = live.status === 'ready' ? collateralOf(live.snapshot.data, live.known) : undefined
  // The same object for as long as it says the same: a new one would begin the history anew.
  const said = told && JSON.stringify(told.types.map(({ engine, name }) => [engine, name]))
  const view = useMemo(
    () => (said === undefined ? undefined : activityOf(addresses.book, JSON.parse(said) as Engines)),
    [addresses, said],
  )
  if (live.status === 'error') return live
  if (told && !told.book.isKnown)
    return { status: 'error', reason: told.book.reason, retry: () => window.location.reload() }
  return view ?? { status: 'loading' }
}

type Engines = readonly (readonly [engine: Address, name: CollateralType['name']])[]

/** The event sources of TUSDT. Nothing is taken by this app, so nothing is named that may take. */
export function activityOf(book: Address, engines: Engines): Extract<ActivityView, { status: 'ready' }> {
  const place = { name: 'TUSDT', href: '/collateral' }
  const only = (name: AccountLog['eventName'], symbol: string) => (log: SystemLog) =>
    // The log was decoded with the ABI above.
    log.eventName === name ? describeCollateralEvent(log as AccountLog, symbol) : undefined
  return {
    status: 'ready',
    spenders: [],
    sources: [
      { address: book, place, describe: only('SurplusBought', '') },
      ...engines.map(([address, name]) => {
        return {
          address,
          place: { ...place, name: `${name} vaults` },
          describe: only('CollateralMoved', name),
        }
      }),
    ],
  }
}
