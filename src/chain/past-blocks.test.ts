import { createClient, custom } from 'viem'
import { expect, it } from 'vitest'

import { fetchPastBlock, spreadBlocks } from './past-blocks'

it('spreads blocks evenly, the first and the last among them, each once', () => {
  expect(spreadBlocks(100n, 200n, 5n)).toEqual([100n, 125n, 150n, 175n, 200n])
  expect(spreadBlocks(7n, 9n, 12n)).toEqual([7n, 8n, 9n])
  expect(spreadBlocks(9n, 9n, 12n)).toEqual([9n])
  expect(spreadBlocks(10n, 9n, 12n)).toEqual([9n])
  for (const count of [2n, 3n, 11n, 12n]) {
    const blocks = spreadBlocks(3n, 1_000_003n, count)
    expect(blocks).toHaveLength(parseInt(`${count}`, 10))
    expect([blocks[0], blocks.at(-1)]).toEqual([3n, 1_000_003n])
  }
})

it('takes no other block than the one that was asked for', async () => {
  const hash = `0x${'1'.repeat(64)}`
  const node = (answer: unknown) =>
    createClient({
      transport: custom({ request: () => Promise.resolve(answer) }, { retryCount: 0 }),
    })
  const block = { number: '0x5', hash, parentHash: hash, timestamp: '0x64' }
  expect(await fetchPastBlock(node(block), 5n)).toMatchObject({ number: 5n, timestamp: 100n, hash })
  for (const answer of [null, { ...block, number: '0x6' }])
    await expect(fetchPastBlock(node(answer), 5n)).rejects.toThrow('The node does not have block 5.')
})
