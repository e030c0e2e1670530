import { encodeAbiParameters, encodeEventTopics, getAbiItem, parseEventLogs } from 'viem'
import type { Abi, AbiEvent, Address, Hex } from 'viem'

import type { EventSource } from '../../system/activity'
import { teller } from '../own-events'
import type { OwnLog } from '../own-events'

const hash = `0x${'ab'.repeat(32)}` as const

/** A log of block 7 as a node sends it, decoded as the page does. */
export function logOf(
  abi: Abi,
  eventName: string,
  args: Readonly<Record<string, unknown>>,
  address: Address,
): readonly OwnLog[] {
  const item = getAbiItem({ abi, name: eventName }) as AbiEvent
  const plain = item.inputs.filter(({ indexed }) => !indexed)
  const raw = {
    address,
    topics: encodeEventTopics({ abi: [item], eventName, args }) as [Hex],
    data: encodeAbiParameters(
      plain,
      plain.map(({ name }) => args[name ?? '']),
    ),
    blockNumber: 7n,
    blockTimestamp: 1_800_003_600n,
    blockHash: hash,
    transactionHash: hash,
    transactionIndex: 0,
    logIndex: 3,
    removed: false,
  } as const
  return parseEventLogs({ abi, logs: [raw] }) as readonly unknown[] as readonly OwnLog[]
}

/** What one event says to its account: in words, the amounts, and who else received them. */
export function tellOf(abi: Abi, account: Address, sources: readonly EventSource[]) {
  const tell = teller(account, sources)
  return (eventName: string, args: Readonly<Record<string, unknown>>, address: Address) => {
    const [log] = logOf(abi, eventName, args, address)
    const event = log && tell(log)
    if (!event) throw new Error('The event was dropped.')
    const amounts = event.amounts.map(({ direction, value, unit }) => `${direction} ${value} ${unit}`)
    return [event.what, amounts, event.recipient]
  }
}
