import { useMemo } from 'react'
import type { Address } from 'viem'

import { useHistory, type History } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useFixed, useSnapshot } from '../chain/use-snapshot'
import { usdtFacts, type UsdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import type { CoinUnits } from './account-events'
import { coinAddresses, coinListReads, coinUnits, coinWordsReads } from './coins'
import { coinsOf, minterReads, type Coin, type MinterData } from './minter-reads'
import { requestEvents, requestEventsAbi, requestsOf, type Request, type RequestLog } from './requests'
import type { StbtAddresses } from './snapshot'

export type Minter = {
  readonly history: Omit<History<typeof requestEventsAbi, (typeof requestEvents)[number]>, 'logs'>
  /** Everybody's, newest first. */
  readonly requests: readonly Request[]
  readonly data: MinterData
  readonly units: CoinUnits
  /** Where redeemed STBT waits for its burn. */
  readonly pool: Address
  readonly coins: readonly Coin[]
  /** Of Tether, where one of the coins is. */
  readonly usdt: UsdtFacts | undefined
}

export type MinterView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly minter: Minter }

/** So many of a person's requests are asked for at once. */
const MOST_STATES = 100

/** The Minter, its coins, and the requests of all with the states of one's own. */
export function useMinter(addresses: StbtAddresses, account: Address | undefined): MinterView {
  const network = useNetwork()
  const configured = network.contracts.shared?.usdt
  const list = useFixed(
    'stbt.coins',
    useMemo(() => coinListReads(addresses.minter), [addresses]),
  )
  const told = list.status === 'ready' ? list.snapshot.data : undefined
  const found = useMemo(() => told && coinAddresses(told), [told])
  const words = useFixed(
    'stbt.coinWords',
    useMemo(() => found && coinWordsReads(found), [found]),
  )
  const units = useMemo(
    () => (found && words.status === 'ready' ? coinUnits(found, words.snapshot.data) : undefined),
    [found, words],
  )
  const contracts = useMemo(() => [addresses.minter, addresses.timelock], [addresses])
  const history = useHistory({
    name: 'stbt.requests',
    addresses: contracts,
    abi: requestEventsAbi,
    events: requestEvents,
    fromBlock: network.deploymentBlock,
  })
  const logs: readonly RequestLog[] = history.logs
  const requests = useMemo(() => requestsOf(logs, addresses.stbt), [logs, addresses])
  const ids = useMemo(
    () =>
      requests
        .filter(({ requestor }) => requestor === account)
        .slice(0, MOST_STATES)
        .map(({ id }) => id),
    [requests, account],
  )
  const pool = knownValue(told?.pool)
  const usdt = configured !== undefined && units?.has(configured) ? configured : undefined
  const live = useSnapshot(
    'stbt.minter',
    useMemo(
      () =>
        units && pool !== undefined ? minterReads(addresses, { usdt, pool }, units, ids, account) : undefined,
      [addresses, usdt, pool, units, ids, account],
    ),
  )
  if (list.status === 'error') return list
  if (told && !told.list.isKnown) return { status: 'error', reason: told.list.reason, retry: reload }
  if (told && !told.pool.isKnown) return { status: 'error', reason: told.pool.reason, retry: reload }
  if (words.status === 'error') return words
  if (live.status !== 'ready' || !units || pool === undefined)
    return live.status === 'error' ? live : { status: 'loading' }
  const { data } = live.snapshot
  return {
    status: 'ready',
    minter: {
      history,
      requests,
      data,
      units,
      pool,
      coins: coinsOf(data, units, account),
      usdt: data.usdt && usdtFacts(data.usdt, account),
    },
  }
}

/** Whether anybody may execute, or this account; undefined while that is not known. rules.md T7 */
export function mayExecute({ executors }: MinterData, account: Address | undefined): boolean | undefined {
  const [anybody, one] = executors
  if (knownValue(anybody) === true) return true
  if (!anybody?.isKnown || !one) return undefined
  return one.source.args[1] === account ? knownValue(one) : undefined
}

function reload(): void {
  window.location.reload()
}
