import { describe, expect, it } from 'vitest'

import { checkedLogs } from './checked-logs'

const address = '0x00000000000000000000000000000000000000aa' as const
const signature = `0x${'12'.repeat(32)}` as const
const hash = `0x${'ab'.repeat(32)}` as const
const asked = { addresses: [address], signatures: [signature], from: 5n, to: 9n }
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

function check(...answer: readonly unknown[]) {
  const { logs, unreadable } = checkedLogs(answer, asked)
  return { logs, unreadable: unreadable.length }
}

describe('a node’s logs', () => {
  it('are taken as they are when nothing is wrong with them', () =>
    expect(check(good)).toEqual({ logs: [good], unreadable: 0 }))

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
    ['half a byte', { ...good, data: '0x123' }],
    ['a megabyte', { ...good, data: `0x${'00'.repeat(1_000_000)}` }],
  ])('%s is left out and said, and takes nothing with it', (_, bad) => {
    expect(check(bad, good)).toEqual({ logs: [good], unreadable: 1 })
  })

  it('count once when they are sent twice, and not at all when they were removed', () => {
    const other = { ...good, logIndex: '0x4' }
    expect(check(good, other, { ...good }, { ...other, logIndex: '0x5', removed: true })).toEqual({
      logs: [good, other],
      unreadable: 0,
    })
  })

  it('of another account than the one asked for are left out and said', () => {
    const mine = { ...good, topics: [signature, `0x${'00'.repeat(12)}${'cd'.repeat(20)}`] }
    const account = `0x${'cd'.repeat(20)}` as const
    expect(checkedLogs([mine, good], { ...asked, account })).toEqual({ logs: [mine], unreadable: [7n] })
  })

  it('that can’t be read are told by their block, as far as it is known', () => {
    const bad = { ...good, data: 'x' }
    const { unreadable } = checkedLogs([bad, { ...bad, blockNumber: '0x63' }, null], asked)
    expect(unreadable).toEqual([7n, 5n, 5n])
  })

  it.each([undefined, null, '0x0', '0x1', 'yesterday', `0x${'f'.repeat(16)}`, 7])(
    'have no date where the block time is %j',
    (blockTimestamp) => {
      const [log] = check({ ...good, blockTimestamp }).logs
      expect(log).toBeDefined()
      expect(log?.blockTimestamp).toBeUndefined()
    },
  )
})
