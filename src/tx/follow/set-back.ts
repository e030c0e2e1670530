import { numberToHex, type Client } from 'viem'

import type { EthGetBlockOrNull } from '../../chain/rpc-methods'
import type { Entry } from './entry'
import { isSettled } from './machine'

type Settled = Pick<Entry, 'id' | 'status' | 'isFinal' | 'misses' | 'blockNumber' | 'blockHash'>

/**
 * Of what a local chain had settled, what it no longer holds: it can be set back and keep its genesis (evm_revert). The
 * newest block that stands vouches for those before it. Empty when the node does not answer.
 */
export async function findSetBack<One extends Settled>(
  client: Client,
  entries: readonly One[],
): Promise<readonly One[]> {
  const settled = entries
    .filter((entry) => isSettled(entry) && entry.status !== 'gone' && entry.blockHash !== undefined)
    .sort((a, b) => ((a.blockNumber ?? 0n) < (b.blockNumber ?? 0n) ? 1 : -1))
  const gone: One[] = []
  try {
    for (const entry of settled) {
      const params = [numberToHex(entry.blockNumber ?? 0n), false] as const
      const block = await client.request<EthGetBlockOrNull>({ method: 'eth_getBlockByNumber', params })
      if (block?.hash === entry.blockHash) break
      gone.push(entry)
    }
  } catch {
    return []
  }
  return gone
}
