import { getAddress } from 'viem'
import type { Address, Hex } from 'viem'

import { eachInSlices } from '../chain/slices'
import type { EventSource, SystemLog, ToldEvent } from '../system/activity'

export type OwnLog = SystemLog & {
  readonly blockNumber: bigint
  /** Unix seconds; older nodes do not tell. */
  readonly blockTimestamp?: bigint | undefined
  readonly transactionHash: Hex
  readonly logIndex: number
}

export type OwnEvent = ToldEvent & {
  readonly eventName: string
  readonly contract: Address
  readonly place: EventSource['place']
  readonly logIndex: number
}

/** Tells what a log says of an account, in the words of the system whose contract emitted it; nothing of another's. */
export function teller(
  account: Address,
  sources: readonly EventSource[],
): (log: OwnLog) => OwnEvent | undefined {
  const byAddress = new Map(
    sources.map((source) => [source.address.toLowerCase(), { source, contract: getAddress(source.address) }]),
  )
  return (log) => {
    const known = byAddress.get(log.address.toLowerCase())
    const summary = known?.source.describe(log)
    if (!known || !summary) return undefined
    const { what, amounts, to, by, place = known.source.place } = summary
    return {
      key: `${log.transactionHash}:${log.logIndex}`,
      eventName: log.eventName,
      what,
      contract: known.contract,
      place,
      blockNumber: log.blockNumber,
      time: log.blockTimestamp,
      hash: log.transactionHash,
      logIndex: log.logIndex,
      amounts,
      recipient: to === account ? undefined : to,
      by: by === account ? undefined : by,
    }
  }
}

/**
 * What an account did, newest first. Made in slices.
 * @param logs oldest first
 */
export async function ownEvents(
  logs: readonly OwnLog[],
  account: Address,
  sources: readonly EventSource[],
  signal?: AbortSignal,
): Promise<readonly OwnEvent[]> {
  const tell = teller(account, sources)
  const events: OwnEvent[] = []
  const add = (log: OwnLog) => {
    const event = tell(log)
    if (event) events.push(event)
  }
  await eachInSlices(logs.toReversed(), add, signal)
  return events
}

/** Two lists that stand newest first, as one. Made in slices. */
export async function merged(
  some: readonly OwnEvent[],
  others: readonly OwnEvent[],
  signal?: AbortSignal,
): Promise<readonly OwnEvent[]> {
  const all: OwnEvent[] = []
  let next = 0
  const add = (event: OwnEvent) => {
    for (let other = others[next]; other && isNewer(other, event); other = others[++next]) all.push(other)
    all.push(event)
  }
  await eachInSlices(some, add, signal)
  return [...all, ...others.slice(next)]
}

const isNewer = (one: OwnEvent, other: OwnEvent) =>
  one.blockNumber === other.blockNumber ? one.logIndex > other.logIndex : one.blockNumber > other.blockNumber
