import { numberToHex, type Client } from 'viem'

import { timeOf } from './raw-log'
import type { EthGetBlockOrNull } from './rpc-methods'

/** Asked for together; more only makes a node refuse. */
const AT_ONCE = 5

/** Times of blocks (unix seconds) by their number; a block whose time is not known is not in it. */
export type BlockTimes = ReadonlyMap<bigint, bigint>

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
