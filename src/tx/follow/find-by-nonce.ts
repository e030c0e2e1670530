import { isAddressEqual } from 'viem'
import type { Address, Hash } from 'viem'
import { getBlock, getTransactionCount } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'

/** Blocks looked through one by one when the node keeps no history of nonces. */
const scanLimit = 64n

/**
 * Which transaction used a nonce, found by halving the blocks since it was asked for: about log2(blocks) reads
 * of the account's past nonce, then one block. Undefined when the node can't tell. trust.md D2
 */
export async function findTransactionByNonce(
  client: ChainClient,
  account: Address,
  nonce: number,
  fromBlock: bigint,
  head: bigint,
): Promise<Hash | undefined> {
  let low = fromBlock
  let high = head
  try {
    while (low < high) {
      const middle = (low + high) / 2n
      const used = await getTransactionCount(client, { address: account, blockNumber: middle })
      if (used > nonce) high = middle
      else low = middle + 1n
    }
    return await inBlock(client, account, nonce, low)
  } catch {
    // Pruned state: the blocks themselves are still there.
    const oldest = head - scanLimit > fromBlock ? head - scanLimit : fromBlock
    for (let number = head; number >= oldest; number -= 1n) {
      const found = await inBlock(client, account, nonce, number)
      if (found) return found
    }
    return undefined
  }
}

async function inBlock(
  client: ChainClient,
  account: Address,
  nonce: number,
  blockNumber: bigint,
): Promise<Hash | undefined> {
  const block = await getBlock(client, { blockNumber, includeTransactions: true })
  return block.transactions.find((tx) => tx.nonce === nonce && isAddressEqual(tx.from, account))?.hash
}
