import type { Address, Hex } from 'viem'
import { expect, it } from 'vitest'

import { Chain } from './chain'
import { createNode } from './node'
import type { Packed } from './packed'

const counter: Address = '0x00000000000000000000000000000000000000c0'
const person: Address = '0x00000000000000000000000000000000000000a1'
/** Without calldata: returns slot 0. With any: slot 0 += 1, LOG1 with the topic 7. */
const code = '36156016575f54600101805f555f52600760205fa1005b5f545f5260205ff3'

const packed: Packed = {
  contracts: {},
  codes: [code],
  accounts: [
    [counter, 1, '', 0, ',5'],
    [person, 3, 'de0b6b3a7640000'],
  ],
  seconds: [1_700_000_000, 12],
  words: ['c0', '7'],
  events: [[1, 0, 0, [1], '']],
}

function start() {
  let nowMs = 1_800_000_000_000
  const ask = createNode(new Chain(packed, 5, '0x', () => nowMs))
  const wait = (seconds: number) => (nowMs += seconds * 1000)
  const read = async (tag = 'latest') => BigInt((await ask('eth_call', [{ to: counter }, tag])) as Hex)
  const add = () => ask('eth_sendTransaction', [{ from: person, to: counter, data: '0x01' }])
  return { ask, wait, read, add }
}
const secondsAt = async (ask: ReturnType<typeof createNode>, tag: string) =>
  parseInt(((await ask('eth_getBlockByNumber', [tag, false])) as { timestamp: Hex }).timestamp, 16)

it('begins with the packed state, events and time, and makes a block for each transaction', async () => {
  const { ask, wait, read, add } = start()
  expect(await read()).toBe(5n)
  wait(100)
  const hash = await add()
  expect(await read()).toBe(6n)
  expect(await secondsAt(ask, 'latest')).toBe(1_700_000_112)
  expect(await ask('eth_getTransactionCount', [person, 'latest'])).toBe('0x4')
  expect(await ask('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1', blockNumber: '0x2' })
  const logs = (await ask('eth_getLogs', [
    { address: counter, fromBlock: '0x0', topics: [[`0x${'7'.padStart(64, '0')}`]] },
  ])) as { blockNumber: Hex }[]
  expect(logs.map(({ blockNumber }) => blockNumber)).toEqual(['0x1', '0x2'])
})

it('answers for every block since the beginning, and for none before', async () => {
  const { ask, read, add } = start()
  await add()
  await add()
  expect(await read('0x1')).toBe(5n)
  expect(await read('0x2')).toBe(6n)
  expect(await read('0x3')).toBe(7n)
  await expect(read('0x0')).rejects.toThrow('The state of block 0 is not kept')
  await expect(read('0x4')).rejects.toThrow('is not kept')
  expect(await ask('eth_getBlockByNumber', ['0x4', false])).toBeNull()
})

it('lets time pass forwards only, from where it was set', async () => {
  const { ask, wait, add } = start()
  await ask('evm_setNextBlockTimestamp', [1_700_500_000])
  await ask('evm_mine', [])
  wait(7)
  await add()
  expect(await secondsAt(ask, 'latest')).toBe(1_700_500_007)
  await expect(ask('evm_setNextBlockTimestamp', [1_700_500_007])).rejects.toThrow('only goes forward')
})

it('runs two transactions sent at once one after the other, and simulates without keeping anything', async () => {
  const { ask, read, add } = start()
  await Promise.all([add(), add()])
  const calls = [{ from: person, to: counter, data: '0x01' }, { to: counter }]
  const [block] = (await ask('eth_simulateV1', [{ blockStateCalls: [{ calls }] }, 'latest'])) as {
    calls: { returnData: Hex }[]
  }[]
  expect(BigInt(block?.calls[1]?.returnData ?? '0x0')).toBe(8n)
  expect(await read()).toBe(7n)
})

it('estimates gas that is enough, and refuses what it does not know', async () => {
  const { ask } = start()
  const wish = { from: person, to: counter, data: '0x01' }
  const gas = await ask('eth_estimateGas', [wish])
  const hash = await ask('eth_sendTransaction', [{ ...wish, gas }])
  expect(await ask('eth_getTransactionReceipt', [hash])).toMatchObject({ status: '0x1' })
  await expect(ask('personal_sign', [])).rejects.toMatchObject({ code: -32601 })
  await expect(ask('eth_sendTransaction', [{ from: counter, to: person, value: '0x1' }])).rejects.toThrow(
    'insufficient funds',
  )
})
