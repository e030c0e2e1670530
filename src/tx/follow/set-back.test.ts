import { createClient, custom } from 'viem'
import { expect, it } from 'vitest'

import { hash } from '../testing/sample-plan'
import { beginning, next, type Progress } from './machine'
import { findSetBack } from './set-back'

/** A chain with these blocks, `hash(name)` each, that counts what it is asked. */
function chainOf(blocks: Readonly<Record<string, string>>, asked: string[] = []) {
  const request = ({ params }: { params: readonly [string] }) => {
    const [number] = params
    asked.push(number)
    const name = blocks[number]
    const block = { number, hash: name && hash(name), parentHash: hash('0'), timestamp: '0x1' }
    return Promise.resolve(name === undefined ? null : block)
  }
  return createClient({ transport: custom({ request }, { retryCount: 0 }) })
}
const settled = (id: string, blockNumber: bigint, status: Progress['status'] = 'final') => {
  return { id, ...beginning, status, isFinal: true, blockNumber, blockHash: hash(id) }
}
const ids = async (...[client, entries]: Parameters<typeof findSetBack>) =>
  (await findSetBack(client, entries)).map(({ id }) => id)

it('finds what was final on a local chain that was set back, newest first, down to what stands', async () => {
  const asked: string[] = []
  const entries = [settled('a', 1n), settled('b', 2n), settled('d', 4n), settled('c', 3n, 'reverted')]
  // Block 3 is another one now, and there is no block 4 yet.
  expect(await ids(chainOf({ '0x1': 'a', '0x2': 'b', '0x3': 'e' }, asked), entries)).toEqual(['d', 'c'])
  expect(asked).toEqual(['0x4', '0x3', '0x2'])
})

it('finds nothing where everything stands, or nobody answers', async () => {
  expect(await ids(chainOf({ '0x1': 'a' }), [settled('a', 1n)])).toEqual([])
  const down = createClient({
    transport: custom({ request: () => Promise.reject(new Error('down')) }, { retryCount: 0 }),
  })
  expect(await ids(down, [settled('a', 1n)])).toEqual([])
})

it('tells what was final to be gone, once, and nothing that is still followed', () => {
  const gone = next(settled('a', 1n), { type: 'setBack' })
  expect(gone).toMatchObject({ status: 'gone', isFinal: true })
  const followed = { ...beginning, status: 'sent' } as const
  expect(next(followed, { type: 'setBack' })).toBe(followed)
})
