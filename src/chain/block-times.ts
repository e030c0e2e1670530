import { numberToHex, type Client } from 'viem'

import { timeOf } from './raw-log'
import type { EthGetBlockOrNull } from './rpc-methods'

/** Asked for together; more only makes a node refuse. */
const AT_ONCE = 5

/** Times of blocks (unix seconds) by their number; a block whose time is not known is not in it. */
export type BlockTimes = ReadonlyMap<bigint, bigint>

/** Something that happened in a block, with its time (unix seconds) where a node's log told it. */
export type Dated = { readonly time: bigint | undefined; readonly blockNumber: bigint }

/** The same events, dated by the times of their blocks where the node's logs did not tell. */
export function dated<T extends Dated>(events: readonly T[], times: BlockTimes): readonly T[] {
  return events.map((event) =>
    event.time === undefined ? { ...event, time: times.get(event.blockNumber) } : event,
  )
}

/** The blocks of events that have no time of their own. */
export function undatedBlocks(events: readonly Dated[]): readonly bigint[] {
  // Not `flatMap`: of 100,000 events that makes as many lists.
  return events.filter(({ time }) => time === undefined).map(({ blockNumber }) => blockNumber)
}

/**
 * Asks for the times of these blocks, each once, up to `most` of them, for nodes whose logs do not tell. What a node
 * does not know or can't say stays unknown. Never throws.
 */
export async function fetchBlockTimes(
  client: Client,
  blocks: readonly bigint[],
  most: number,
): Promise<BlockTimes> {
  const wanted = [...new Set(blocks)].slice(0, most)
  const times = new Map<bigint, bigint>()
  const askNext = async (): Promise<void> => {
    for (let block = wanted.shift(); block !== undefined; block = wanted.shift()) {
      const time = await timeOfBlock(client, block)
      if (time !== undefined) times.set(block, time)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, askNext))
  return times
}

async function timeOfBlock(client: Client, block: bigint): Promise<bigint | undefined> {
  try {
    const params = [numberToHex(block), false] as const
    const found = await client.request<EthGetBlockOrNull>({ method: 'eth_getBlockByNumber', params })
    return found && BigInt(found.number) === block ? timeOf(found.timestamp) : undefined
  } catch {
    return undefined
  }
}
