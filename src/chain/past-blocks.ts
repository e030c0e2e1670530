import { numberToHex, type Client } from 'viem'

import type { Block } from './head'
import type { EthGetBlockOrNull } from './rpc-methods'

/** Up to `count` blocks, evenly from the first to the last, both among them; each once. */
export function spreadBlocks(first: bigint, last: bigint, count: bigint): readonly bigint[] {
  if (last <= first || count < 2n) return [last]
  const steps = count - 1n < last - first ? count - 1n : last - first
  const all: bigint[] = []
  for (let step = 0n; step <= steps; step += 1n) all.push(first + ((last - first) * step) / steps)
  return all
}

/** A block of the past. Throws what the transport throws, or that the node does not have it. */
export async function fetchPastBlock(client: Client, number: bigint): Promise<Block> {
  const params = [numberToHex(number), false] as const
  const block = await client.request<EthGetBlockOrNull>({ method: 'eth_getBlockByNumber', params })
  if (!block || BigInt(block.number) !== number) throw new Error(`The node does not have block ${number}.`)
  const { hash, parentHash, timestamp } = block
  return { number, hash, parentHash, timestamp: BigInt(timestamp), seenAtMs: Date.now() }
}
