import { getAddress } from 'viem'
import type { Address, Hex } from 'viem'

import type { EventAmount, EventSource, SystemLog } from '../system/activity'

export type OwnLog = SystemLog & {
  readonly blockNumber: bigint
  /** Unix seconds; older nodes do not tell. */
  readonly blockTimestamp?: bigint | undefined
  readonly transactionHash: Hex
  readonly logIndex: number
}

export type OwnEvent = {
  readonly key: string
  readonly eventName: string
  /** In words: "Staked", "Note 3 converted". */
  readonly what: string
  readonly contract: Address
  readonly place: EventSource['place']
  readonly blockNumber: bigint
  readonly time: bigint | undefined
  readonly hash: Hex
  readonly logIndex: number
  readonly amounts: readonly EventAmount[]
  /** Who received it, when it was not the account itself. */
  readonly recipient: Address | undefined
}

/** What an account did, in the words of the system whose contract tells it; what no source emitted is dropped. */
export function ownEvents(
  logs: readonly OwnLog[],
  account: Address,
  sources: readonly EventSource[],
): readonly OwnEvent[] {
  const byAddress = new Map(
    sources.map((source) => [source.address.toLowerCase(), { source, contract: getAddress(source.address) }]),
  )
  const events: OwnEvent[] = []
  for (const log of logs) {
    const known = byAddress.get(log.address.toLowerCase())
    const summary = known?.source.describe(log)
    if (!known || !summary) continue
    const { what, amounts, to } = summary
    events.push({
      key: `${log.transactionHash}:${log.logIndex}`,
      eventName: log.eventName,
      what,
      contract: known.contract,
      place: known.source.place,
      blockNumber: log.blockNumber,
      time: log.blockTimestamp,
      hash: log.transactionHash,
      logIndex: log.logIndex,
      amounts,
      recipient: to === undefined || to === account ? undefined : to,
    })
  }
  return events
}

/** The events of several systems in one list, newest first. */
export function newestFirst(events: readonly OwnEvent[]): readonly OwnEvent[] {
  return events.toSorted((a, b) =>
    a.blockNumber === b.blockNumber ? b.logIndex - a.logIndex : a.blockNumber < b.blockNumber ? 1 : -1,
  )
}
