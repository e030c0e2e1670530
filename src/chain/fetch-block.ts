import type { Client } from 'viem'

import type { Block } from './head'
import type { EthGetBlockByNumber } from './rpc-methods'

/** Reads the newest block ('latest') or the first one ('0x0'). The transport has checked the answer's shape. */
export async function fetchBlock(client: Client, tag: 'latest' | '0x0'): Promise<Block> {
  const block = await client.request<EthGetBlockByNumber>({
    method: 'eth_getBlockByNumber',
    params: [tag, false],
  })
  return {
    number: BigInt(block.number),
    timestamp: BigInt(block.timestamp),
    hash: block.hash,
    parentHash: block.parentHash,
    seenAtMs: Date.now(),
  }
}
