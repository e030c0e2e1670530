import { createClient, custom, numberToHex } from 'viem'
import type { Address, Hash } from 'viem'
import { anvil } from 'viem/chains'
import { describe, expect, it } from 'vitest'

import type { ChainClient } from '../../chain/chain-reader'
import { findTransactionByNonce } from './find-by-nonce'
import { friend, me, pool } from '../testing/sample-plan'

const head = 10_000n
const hashOf = (text: string): Hash => `0x${text.padStart(64, '0')}`

type Sent = { readonly from: Address; readonly nonce: number; readonly block: bigint }

/** A node that knows these transactions, and past nonces only from `oldestState` on. */
function nodeWith(sent: readonly Sent[], oldestState = 0n) {
  const asked: { method: string; block: bigint }[] = []
  const request = ({ method, params }: { method: string; params: readonly unknown[] }): Promise<unknown> => {
    const block = BigInt(params[method === 'eth_getTransactionCount' ? 1 : 0] as string)
    asked.push({ method, block })
    if (method === 'eth_getTransactionCount') {
      if (block < oldestState) return Promise.reject(new Error('missing trie node'))
      const used = sent.filter((one) => one.from === params[0] && one.block <= block).length
      return Promise.resolve(numberToHex(used))
    }
    const transactions = sent
      .filter((one) => one.block === block)
      .map(({ from, nonce }) => ({
        from,
        nonce: numberToHex(nonce),
        hash: hashOf(from === me ? `a${nonce}` : `f${nonce}`),
        to: pool,
        input: '0x12',
        value: '0x0',
      }))
    return Promise.resolve({ number: numberToHex(block), hash: hashOf(`b${block}`), transactions })
  }
  const client: ChainClient = createClient({
    chain: anvil,
    transport: custom({ request } as never, { retryCount: 0 }),
    cacheTime: 0,
  })
  return { client, asked }
}

/** Nonces 0 and 1 long ago, nonce 2 in `block`, nonce 3 in the newest one; before it in the block a friend's nonce 2. */
const history = (block: bigint): readonly Sent[] => [
  { from: friend, nonce: 2, block },
  { from: me, nonce: 0, block: 3n },
  { from: me, nonce: 1, block: 4n },
  { from: me, nonce: 2, block },
  { from: me, nonce: 3, block: head },
]

describe('a node with history', () => {
  it.each([8_001n, 8_500n, 9_999n, 10_000n])('finds who used it in block %d by halving', async (block) => {
    const { client, asked } = nodeWith(history(block))
    const found = await findTransactionByNonce(client, me, 2, 8_000n, head)
    expect(found).toBe(hashOf('a2'))
    expect(asked.length).toBeLessThanOrEqual(12)
  })
  it('finds nobody when the nonce is still free', async () => {
    const { client } = nodeWith(history(9_000n))
    expect(await findTransactionByNonce(client, me, 4, 8_000n, head)).toBeUndefined()
  })
})

describe('a pruned node', () => {
  it.each([9_936n, 9_990n, 10_000n])('finds it in block %d by looking through the newest', async (block) => {
    const { client } = nodeWith(history(block), head)
    expect(await findTransactionByNonce(client, me, 2, 8_000n, head)).toBe(hashOf('a2'))
  })
  it('says that it can not tell when that was longer ago', async () => {
    const { client, asked } = nodeWith(history(9_935n), head)
    expect(await findTransactionByNonce(client, me, 2, 8_000n, head)).toBeUndefined()
    expect(asked.filter(({ method }) => method === 'eth_getBlockByNumber')).toHaveLength(65)
  })
  it('never looks before the question', async () => {
    const { client, asked } = nodeWith(history(9_950n), head)
    expect(await findTransactionByNonce(client, me, 2, 9_990n, head)).toBeUndefined()
    for (const { block } of asked) expect(block).toBeGreaterThanOrEqual(9_990n)
  })
  it('gives the error on when the blocks can not be read either', async () => {
    const client: ChainClient = createClient({
      chain: anvil,
      transport: custom({ request: () => Promise.reject(new Error('fetch failed')) }, { retryCount: 0 }),
    })
    await expect(findTransactionByNonce(client, me, 2, 8_000n, head)).rejects.toThrow('fetch failed')
  })
})
