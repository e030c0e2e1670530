import type { Address, ContractFunctionReturnType } from 'viem'

import { backstopPoolViews } from '../../abis/views/BackstopPool'
import { backstopRegistryViews } from '../../abis/views/BackstopRegistry'
import { backstopSeriesViews } from '../../abis/views/BackstopSeries'
import type { Network } from '../chain/config'
import { read } from '../chain/read'
import { backstopContracts } from './contracts'
import type { Reading } from '../math/reading'
import { usdtReads } from '../chain/usdt'
import type { UsdtFacts } from '../chain/usdt'
import { t } from '../words/t'

export type SeriesAddresses = {
  readonly series: Address
  readonly pool: Address
  readonly ledger: Address
  readonly note: Address
  readonly warrant: Address
}

export type Terms = ContractFunctionReturnType<typeof backstopSeriesViews, 'view', 'terms'>
export type SeriesState = ContractFunctionReturnType<typeof backstopSeriesViews, 'view', 'state'>
export type SettlementResult = ContractFunctionReturnType<typeof backstopSeriesViews, 'view', 'settlement'>
export type Position = ContractFunctionReturnType<typeof backstopPoolViews, 'view', 'position'>

/** One series at one block; `position` is undefined while no account is connected. */
export type Series = {
  /** Its place in the registry, and in the address of its page. */
  readonly id: number
  readonly name: string
  readonly addresses: SeriesAddresses
  readonly terms: Terms
  readonly state: Reading<SeriesState>
  readonly settlement: Reading<SettlementResult>
  readonly position: Reading<Position> | undefined
}

/** Everything the backstop pages show of one block. */
export type Backstop = {
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly isStale: boolean
  /** Where the figures are of the last visit: `At`. */
  readonly ageSeconds?: bigint | undefined
  readonly usdt: UsdtFacts
  readonly series: readonly Series[]
  /** Of more series than are read with every block: since when those not on screen are as they are here. */
  readonly othersSince?: bigint
  /** Series whose terms could not be read: nothing about them can be shown, and no total is complete. */
  readonly unreadable: readonly { readonly id: number; readonly reason: string }[]
}

/** Up to so many series are read with every block; of more, see `live-many.ts`. */
export const SERIES_AT_ONCE = 25

/** All series there are. */
export function listReads(network: Network) {
  return { list: read({ ...registryOf(network), functionName: 'allSeries', args: [] }) }
}

/** Where the average prices of every series come from, and who pays the protocol's debts. */
export function protocolReads(network: Network) {
  const registry = registryOf(network)
  return {
    mstr: read({ ...registry, functionName: 'mstrOracle', args: [] }),
    btc: read({ ...registry, functionName: 'btcOracle', args: [] }),
    treasury: read({ ...registry, functionName: 'treasury', args: [] }),
  }
}

export function registryOf(network: Network) {
  return {
    address: backstopContracts(network).registry,
    label: t`Backstop registry`,
    abi: backstopRegistryViews,
  } as const
}

/** What never changes of the given series. rules.md B1 */
export function termsReads(list: readonly SeriesAddresses[]) {
  return list.map(({ series }) =>
    read({
      address: series,
      label: t`Series`,
      abi: backstopSeriesViews,
      functionName: 'terms',
      args: [],
      rule: 'B1',
    }),
  )
}

/** What changes: Tether, every series, and the account's part in each; nothing of one left out. */
export function liveReads(
  network: Network,
  list: readonly (SeriesAddresses | undefined)[],
  account: Address | undefined,
) {
  return {
    usdt: usdtReads(backstopContracts(network).usdt, account),
    series: list.map((one) => {
      if (!one) return undefined
      const contract = { address: one.series, label: t`Series`, abi: backstopSeriesViews, args: [] } as const
      return {
        state: read({ ...contract, functionName: 'state', rule: 'B1' }),
        settlement: read({ ...contract, functionName: 'settlement', rule: 'B11' }),
      }
    }),
    people: (account === undefined ? [] : [account]).map((person) => ({
      positions: list.map(
        (one) =>
          one &&
          read({
            address: one.pool,
            label: t`Backstop pool`,
            abi: backstopPoolViews,
            functionName: 'position',
            args: [person],
            rule: 'B7',
          }),
      ),
    })),
  }
}
