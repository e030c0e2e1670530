import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { ActivityView, SystemLog } from '../system/activity'
import { accountEventsAbi, describeStbtEvent, type AccountLog, type CoinUnits } from './account-events'
import { coinAddresses, coinListReads, coinUnits, coinWordsReads } from './coins'
import { stbtContracts } from './contracts'
import { stbtUnit, type StbtAddresses } from './snapshot'

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

/** The spenders and event sources of STBT. */
export function activityOf(
  addresses: StbtAddresses,
  coins: CoinUnits,
  pool: readonly Address[],
): Extract<ActivityView, { status: 'ready' }> {
  const { stbt, minter, wstbt } = addresses
  const token = { kind: 'erc20', address: stbt, ...stbtUnit } as const
  const place = { name: 'STBT', href: '/stbt' }
  // The log was decoded with the ABI above. wSTBT is a token as well, and a transfer of it looks alike.
  const describe = (log: SystemLog) => describeStbtEvent(log as AccountLog, coins, [wstbt, ...pool])
  const notTransfers = (log: SystemLog) => (log.eventName === 'Transfer' ? undefined : describe(log))
  return {
    status: 'ready',
    spenders: [
      { address: wstbt, label: 'wSTBT', takes: 'Takes STBT to wrap', tokens: [token], restsOn: [] },
      { address: minter, label: 'Minter', takes: 'Takes STBT to redeem', tokens: [token], restsOn: [] },
    ],
    sources: [
      { address: stbt, place, describe: (log) => (log.eventName === 'Transfer' ? describe(log) : undefined) },
      { address: minter, place, describe: notTransfers },
      { address: wstbt, place, describe: notTransfers },
    ],
  }
}
