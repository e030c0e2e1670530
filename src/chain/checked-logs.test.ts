import { parseAbi, toEventSelector } from 'viem'
import { describe, expect, it } from 'vitest'

import { checkedLogs, storedLogs } from './checked-logs'
import { createDecoder } from './decoded-logs'

const address = '0x00000000000000000000000000000000000000aa' as const
const abi = parseAbi(['event Rang()', 'event Rung(address indexed who, uint8 times)'])
const signature = toEventSelector('Rang()')
const hash = `0x${'ab'.repeat(32)}` as const
const asked = { addresses: [address], decoder: createDecoder(abi, ['Rang', 'Rung']) }
const good = {
  address,
  topics: [signature],
  data: '0x',
  blockNumber: '0x7',
  blockHash: hash,
  transactionHash: hash,
  transactionIndex: '0x0',
  logIndex: '0x3',
  blockTimestamp: '0x6b49d200',
}

/** What `good` says. */
const told = {
  eventName: 'Rang',
  args: {},
  address,
  blockNumber: 7n,
  transactionHash: hash,
  logIndex: 3,
  blockTimestamp: 0x6b49d200n,
}

async function check(...answer: readonly unknown[]) {
  const { logs, unreadable } = await checkedLogs(answer, asked, 5n, 9n)
  return { logs, unreadable: unreadable.length }
}

describe('a node’s logs', () => {
  it('are taken as they are when nothing is wrong with them', () =>
    expect(check(good)).resolves.toEqual({ logs: [told], unreadable: 0 }))

  it.each([
    ['null', null],
    ['text', 'log'],
    ['no hash', { ...good, transactionHash: null }],
    ['another contract', { ...good, address: '0x00000000000000000000000000000000000000bb' }],
    ['another event', { ...good, topics: [hash] }],
    ['no topics', { ...good, topics: [] }],
    ['a block before', { ...good, blockNumber: '0x4' }],
    ['a block after', { ...good, blockNumber: '0xa' }],
    ['a pending block', { ...good, blockNumber: null }],
    ['a digit that is none', { ...good, transactionHash: hash.replace('b', '\x11') }],
    ['half a byte', { ...good, data: '0x123' }],
    ['a megabyte', { ...good, data: `0x${'00'.repeat(1_000_000)}` }],
  ])('%s is left out and said, and takes nothing with it', async (_, bad) => {
    expect(await check(bad, good)).toEqual({ logs: [told], unreadable: 1 })
  })

  it('count once when they are sent twice, and not at all when they were removed', async () => {
    const other = { ...good, logIndex: '0x4' }
    expect(await check(other, good, { ...good }, { ...other, logIndex: '0x5', removed: true })).toEqual({
      logs: [told, { ...told, logIndex: 4 }],
      unreadable: 0,
    })
  })

  it('of another account than the one asked for are left out and said', async () => {
    const who = `0x${'00'.repeat(12)}${'cd'.repeat(20)}`
    const topics = [toEventSelector('Rung(address,uint8)'), who]
    const mine = { ...good, topics, data: `0x${'00'.repeat(31)}03` }
    const account = `0x${'cd'.repeat(20)}` as const
    const found = await checkedLogs([mine, good], { ...asked, account }, 5n, 9n)
    expect(found.unreadable).toEqual([7n])
    expect(found.logs).toMatchObject([{ eventName: 'Rung', args: { times: 3 } }])
  })

  it('that can’t be read are told by their block, as far as it is known', async () => {
    const bad = { ...good, data: 'x' }
    const { unreadable } = await checkedLogs([bad, { ...bad, blockNumber: '0x63' }, null], asked, 5n, 9n)
    expect(unreadable).toEqual([7n, 5n, 5n])
  })

  it.each([undefined, null, '0x0', '0x1', 'yesterday', `0x${'f'.repeat(16)}`, 7])(
    'have no date where the block time is %j',
    async (blockTimestamp) => {
      const [log] = (await check({ ...good, blockTimestamp })).logs
      expect(log).toBeDefined()
      expect(log?.blockTimestamp).toBeUndefined()
    },
  )
})

describe('stored logs', () => {
  const second = { ...told, logIndex: 4 }

  it('are believed when they are what could have been read', () =>
    expect(storedLogs([told, second], asked, 5n, 9n)).toEqual([told, second]))

  it.each([
    ['no list', told],
    ['text', ['log']],
    ['another order', [second, told]],
    ['one twice', [told, told]],
    ['another block', [{ ...told, blockNumber: 4n }]],
    ['a block that is no number', [{ ...told, blockNumber: '7' }]],
    ['another contract', [{ ...told, address: hash }]],
    ['another event', [{ ...told, eventName: 'Wrung' }]],
    ['no arguments', [{ ...told, eventName: 'Rung' }]],
    ['arguments of another type', [{ ...told, eventName: 'Rung', args: { who: address, times: '3' } }]],
    ['no hash', [{ ...told, transactionHash: '0x' }]],
    ['a time before Ethereum', [{ ...told, blockTimestamp: 7n }]],
  ])('with %s are not', (_, stored) => expect(storedLogs(stored, asked, 5n, 9n)).toBeUndefined())
})
