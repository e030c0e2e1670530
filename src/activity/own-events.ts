import { getAddress, isAddressEqual } from 'viem'
import type { Address, Hex } from 'viem'

import type { History } from '../chain/history'
import type { VaultIdentity } from '../musdt/snapshot'
import { seriesEventNames, seriesEventsAbi, tellSeries } from './series-events'
import type { SeriesLog } from './series-events'
import type { Told, ToldAmount } from './told'
import { tellVault, vaultEventsAbi } from './vault-events'
import type { VaultLog } from './vault-events'

export const ownEventsAbi = [...seriesEventsAbi, ...vaultEventsAbi] as const
export const ownEventNames = [...seriesEventNames, ...vaultEventsAbi.map(({ name }) => name)] as const

type EventName = (typeof ownEventNames)[number]
type Place = { readonly name: string; readonly href: string }
type At = Pick<
  History<typeof ownEventsAbi, EventName>['logs'][number],
  'address' | 'blockNumber' | 'blockTimestamp' | 'transactionHash' | 'logIndex'
>
export type OwnLog = At & (SeriesLog | VaultLog)

export type OwnEvent = {
  readonly key: string
  readonly eventName: EventName
  /** In words: "Staked", "Note 3 converted". */
  readonly what: string
  readonly contract: Address
  /** The series, or the vault. */
  readonly place: Place
  readonly blockNumber: bigint
  /** Unix seconds; older nodes do not tell. */
  readonly time: bigint | undefined
  readonly hash: Hex
  readonly logIndex: number
  readonly amounts: readonly ToldAmount[]
  /** Who received it, when it was not the account itself. */
  readonly recipient: Address | undefined
}

/** Whose events they are; a contract that is neither a series' nor the vault's is dropped. */
export type Contracts = {
  readonly seriesOf: (contract: Address) => { readonly id: number; readonly name: string } | undefined
  readonly vault: VaultIdentity | undefined
}

/** An account's events, newest first. */
export function ownEvents(
  logs: readonly OwnLog[],
  account: Address,
  contracts: Contracts,
): readonly OwnEvent[] {
  return logs
    .flatMap((log): OwnEvent[] => {
      const found = tellLog(log, contracts)
      if (!found) return []
      const [place, { what, amounts, to }] = found
      return [
        {
          key: `${log.transactionHash}:${log.logIndex}`,
          eventName: log.eventName,
          what,
          contract: getAddress(log.address),
          place,
          blockNumber: log.blockNumber,
          time: log.blockTimestamp,
          hash: log.transactionHash,
          logIndex: log.logIndex,
          amounts,
          recipient: to === undefined || to === account ? undefined : to,
        },
      ]
    })
    .toReversed()
}

function tellLog(log: OwnLog, { seriesOf, vault }: Contracts): readonly [Place, Told] | undefined {
  if (isOfVault(log)) {
    // The shares are a token as well, and a transfer of those looks alike.
    const teller = log.eventName === 'Transfer' ? vault?.nft : vault?.address
    if (!vault || !teller || !isAddressEqual(log.address, teller)) return undefined
    const told = tellVault(log, vault)
    return told && [{ name: `${vault.share.symbol} vault`, href: '/musdt' }, told]
  }
  const series = seriesOf(log.address)
  return series && [{ name: series.name, href: `/series/${series.id}` }, tellSeries(log)]
}

function isOfVault(log: OwnLog): log is At & VaultLog {
  return vaultEventsAbi.some(({ name }) => name === log.eventName)
}
