import { createClient, custom } from 'viem'
import { anvil } from 'viem/chains'
import { expect, it } from 'vitest'

import { hash, me, pool } from '../testing/sample-plan'
import { findEffect } from './effect-search'
import type { Entry } from './entry'

const topics = [hash('e'), hash('1')]
const log = (transactionHash: string, logIndex: string) => ({
  ...{ address: pool, topics, data: '0x', blockNumber: '0xa', blockHash: hash('b') },
  ...{ transactionHash, transactionIndex: '0x0', logIndex, removed: false },
})
const client = createClient({
  chain: anvil,
  transport: custom({
    request: ({ method }: { method: string }) =>
      Promise.resolve(method === 'eth_getLogs' ? [log(hash('a'), '0x0'), log(hash('c'), '0x1')] : undefined),
  }),
})
const entry: Entry = {
  ...{ id: 'searched', runId: 'run', actIndex: 0, stepKind: 'act', planKind: 'test.stake' },
  ...{ planTitle: 'Stake', stepTitle: 'Stake', chainId: 31337, account: me, to: pool, data: '0x1234' },
  ...{ value: 0n, askedAtMs: 1, askedBlock: 9n, isContractAccount: true, status: 'sent' },
  ...{ hash: undefined, nonce: undefined, isFinal: false, misses: 0 },
  effects: [{ address: pool, topics: [hash('e'), hash('1')], words: [] }],
}

it('finds the effect in a transaction that proves nothing else: it counts once (trust.md D41)', async () => {
  const find = (...taken: readonly string[]) => findEffect(client, entry, 12n, new Set(taken))
  expect(await find()).toBe(hash('a'))
  expect(await find(hash('a'))).toBe(hash('c'))
  expect(await find(hash('a'), hash('c'))).toBeUndefined()
})
