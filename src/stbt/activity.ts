import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { ActivityView } from '../system/activity'
import { accountEventsAbi } from './account-events'
import { activityOf } from './activity-of'
import { coinAddresses, coinListReads, coinUnits, coinWordsReads } from './coins'
import { stbtContracts } from './contracts'

export const eventsAbi = accountEventsAbi
export const eventNames = accountEventsAbi.map(({ name }) => name)

/** STBT, its Minter and its wrapper; the coins are asked for their decimals first. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  const addresses = useMemo(() => stbtContracts(network), [network])
  const list = useFixed(
    'stbt.coins',
    useMemo(() => coinListReads(addresses.minter), [addresses]),
  )
  const told = list.status === 'ready' ? list.snapshot.data : undefined
  const coins = useMemo(() => told && coinAddresses(told), [told])
  const words = useFixed(
    'stbt.coinWords',
    useMemo(() => coins && coinWordsReads(coins), [coins]),
  )
  const named = words.status === 'ready' ? words.snapshot.data : undefined
  const units = useMemo(() => coins && named && coinUnits(coins, named), [coins, named])
  const pool = knownValue(told?.pool)
  const view = useMemo(
    () => units && activityOf(addresses, units, pool === undefined ? [] : [pool]),
    [addresses, units, pool],
  )
  if (list.status === 'error') return list
  if (words.status === 'error') return words
  if (told && !told.list.isKnown)
    return { status: 'error', reason: told.list.reason, retry: () => window.location.reload() }
  return view ?? { status: 'loading' }
}
