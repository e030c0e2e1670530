import { parseAbi } from 'viem'
import { describe, expect, it, vi } from 'vitest'

import { storedLogs, type ChainLog } from './checked-logs'
import { createDecoder } from './decoded-logs'
import { readFromServer } from './history-from-server'
import { createHistoryReader } from './history-reader'
import { newCursor } from './history-scan'
import type { EventServer, HistoryWorld, LogNode } from './history-world'
import { createStore } from './store'
import { useFakeDatabase } from './testing/fake-database'
import { ChainUnavailableError } from './transport'
import { createTurns } from './turns'

const address = '0x00000000000000000000000000000000000000aa'
const word = (block: number) => `0x${block.toString(16).padStart(64, '0')}` as const
const log = (block: number, change: Partial<ChainLog> = {}): ChainLog => ({
  eventName: 'Rang',
  args: { times: 1n },
  address,
  blockNumber: BigInt(block),
  transactionHash: word(block),
  logIndex: 0,
  blockTimestamp: 1_700_000_000n + BigInt(block),
  ...change,
})
const abi = parseAbi(['event Rang(uint256 times)'])
const asked = { addresses: [address], decoder: createDecoder(abi, ['Rang']) } as const

const HEAD = 1_000n
const heights = [5, 300, 301, 640, 900, 990]
const truth = heights.map((height) => log(height))

/** Somebody who tells these logs; `most` blocks at a time. */
function node(host: string, logs: readonly ChainLog[], { head = HEAD, most = 10n ** 9n } = {}) {
  return {
    host,
    inTurn: createTurns(6),
    getHead: vi.fn(() => Promise.resolve(head)),
    getLogs: vi.fn((from: bigint, to: bigint) =>
      to - from >= most
        ? Promise.reject(new Error(`up to ${most} block range`))
        : Promise.resolve({
            logs: logs.filter(({ blockNumber: at }) => at >= from && at <= to).map((one) => ({ ...one })),
            unreadable: [] as bigint[],
          }),
    ),
  }
}
const serverOf = (one: LogNode): EventServer => ({
  ...one,
  fault: createStore<string | undefined>(undefined),
})

const signal = new AbortController().signal
const ahead = (server: EventServer, nodes: readonly LogNode[], random?: () => number) =>
  readFromServer(newCursor(0n), {
    ...{ server, nodes, fromBlock: 0n, finalityBlocks: 10, head: HEAD, signal },
    onProgress: () => undefined,
    ...(random && { random }),
  })

describe('a server of events', () => {
  it('is believed as far as blocks are final, once a node has said the same', async () => {
    const one = node('node', truth)
    const read = await ahead(serverOf(node('server', truth)), [one])
    expect(read.logs).toEqual(truth)
    expect(read).toMatchObject({
      nextBlock: 991n,
      confirmedBlock: 991n,
      sampled: { server: 'server', node: 'node' },
    })
    // One sample was all of it.
    expect(one.getLogs.mock.calls).toEqual([[0n, 990n]])
  })

  it.each([
    ['leaves one out', truth.filter(({ blockNumber }) => blockNumber !== 640n), 640],
    ['makes one up', [...truth, log(700)], 700],
    ['tells another transaction', truth.with(3, log(640, { transactionHash: word(7) })), 640],
    ['tells another amount', truth.with(3, log(640, { args: { times: 2n } })), 640],
    ['tells another time', truth.with(3, log(640, { blockTimestamp: 1_600_000_000n })), 640],
    ['moves one to another block', truth.with(3, log(641, { transactionHash: word(640) })), 640],
  ])('that %s is not believed, and it is said who says what', async (_, told, block) => {
    const server = serverOf(node('server', told))
    const start = newCursor(0n)
    const read = await ahead(server, [node('node', truth)])
    expect(read).toEqual(start)
    expect(server.fault.get()).toBe(
      `server and node tell different events at block ${block}. Histories are read from the nodes alone until this page is loaded again.`,
    )
  })

  it('is not accused where the node tells no time', async () => {
    const untimed = truth.map((one) => ({ ...one, blockTimestamp: undefined }))
    expect((await ahead(serverOf(node('server', truth)), [node('node', untimed)])).logs).toHaveLength(6)
  })

  it('is looked at by eight samples, as long as the node allows, half of them around what it told', async () => {
    const one = node('node', truth, { most: 20n })
    const spots = [0.5, 0.9, 0.2, 0.2, 0, 0.4, 0.99, 0.1, 0.3, 0.7, 0.6, 0.05]
    const random = () => spots.shift() ?? 0.5
    const read = await ahead(serverOf(node('server', truth)), [one], random)
    expect(read.sampled).toBeDefined()
    const taken = one.getLogs.mock.calls.filter(([from, to]) => to - from < 20n)
    expect(taken).toHaveLength(8)
    expect(one.getLogs.mock.calls.length).toBeLessThan(12)
    const around = taken.filter((_, index) => index % 2 === 0)
    for (const [from, to] of around)
      expect(heights.some((height) => BigInt(height) >= from && BigInt(height) <= to)).toBe(true)
  })

  it('is not asked for the few blocks that a node tells at once, nor when it is known to be wrong', async () => {
    const server = node('server', truth)
    const wish = { fromBlock: 0n, finalityBlocks: 10, signal, onProgress: () => undefined }
    const nodes = [node('node', truth)]
    await readFromServer(newCursor(0n), { ...wish, server: serverOf(server), nodes, head: 70n })
    await readFromServer(newCursor(0n), {
      ...{ ...wish, nodes, head: HEAD },
      server: { ...serverOf(server), fault: createStore<string | undefined>('It lied.') },
    })
    expect(server.getHead).not.toHaveBeenCalled()
  })

  it('that lags is believed as far as it has come', async () => {
    const read = await ahead(serverOf(node('server', truth, { head: 400n })), [node('node', truth)])
    expect(read.nextBlock).toBe(391n)
    expect(read.logs).toEqual(truth.slice(0, 3))
  })

  it('that fails on its way is believed as far as it has come', async () => {
    const half = node('server', truth, { most: 500n })
    const { getLogs } = half
    half.getLogs = vi.fn((from, to) =>
      from > 400n ? Promise.reject(new ChainUnavailableError('It is gone.')) : getLogs(from, to),
    )
    const read = await ahead(serverOf(half), [node('node', truth)])
    expect(read.nextBlock).toBeGreaterThan(300n)
    expect(read.nextBlock).toBeLessThan(HEAD)
    expect(read.sampled).toBeDefined()
  })

  it('is not believed while no node can be asked, or the node lags behind what it tells', async () => {
    const down = node('node', [])
    down.getLogs = vi.fn(() => Promise.reject(new ChainUnavailableError('It is gone.')))
    const server = serverOf(node('server', truth))
    expect(await ahead(server, [down])).toEqual(newCursor(0n))
    expect(await ahead(server, [node('node', truth, { head: 600n })])).toEqual(newCursor(0n))
    expect(server.fault.get()).toBeUndefined()
  })

  it('of which something can’t be read is left alone', async () => {
    const server = node('server', truth)
    server.getLogs = vi.fn(() => Promise.resolve({ logs: [], unreadable: [3n] }))
    expect(await ahead(serverOf(server), [node('node', truth)])).toEqual(newCursor(0n))
  })

  it('that is slow is not asked for less: the nodes are there', async () => {
    const slow = node('server', truth)
    const fault = new ChainUnavailableError('It is slow.', 'It is slow.', ['slow'])
    slow.getLogs = vi.fn(() => Promise.reject(fault))
    expect(await ahead(serverOf(slow), [node('node', truth)])).toEqual(newCursor(0n))
    expect(slow.getLogs).toHaveBeenCalledTimes(1)
  })
})

describe('a history with a server of events', () => {
  vi.setConfig({ testTimeout: 60_000 })
  const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 })
  const history = (change: Pick<HistoryWorld, 'nodes' | 'server'>) =>
    createHistoryReader({
      ...{ key: 'test', fromBlock: 0n, finalityBlocks: 10, canGoBack: false },
      restore: (logs, from, to) => storedLogs(logs, asked, from, to),
      ...change,
    })
  const readTo = async (reader: ReturnType<typeof history>, head = HEAD) => {
    reader.advance(head)
    await until(() => expect(reader.state.get().status).toBe('ready'))
    await stored.rest()
  }
  let stored: ReturnType<typeof useFakeDatabase>
  const spy = (one: ReturnType<typeof node>) => one.getLogs.mock.calls

  it('asks the nodes for samples and the newest blocks only, says who told it, also after a reload', async () => {
    stored = useFakeDatabase(new Map())
    const [one, two] = [node('one', truth), node('two', truth)]
    const server = serverOf(node('server', truth))
    const reader = history({ nodes: [one, two], server })
    await readTo(reader)
    expect(reader.state.get()).toMatchObject({ logs: truth, sampled: { server: 'server', node: 'one' } })
    expect(spy(one)).toEqual([
      [0n, 990n],
      [981n, 1_000n],
    ])
    expect(spy(two)).toEqual([])
    const again = history({ nodes: [one, two], server })
    await readTo(again)
    expect(again.state.get()).toMatchObject({ logs: truth, sampled: { server: 'server', node: 'one' } })
  })

  it('is read from the nodes where the server is found wrong, and so is what it told before', async () => {
    stored = useFakeDatabase(new Map())
    const one = node('one', truth)
    const server = serverOf(node('server', truth))
    const reader = history({ nodes: [one], server })
    await readTo(reader)
    one.getLogs.mockClear()
    server.fault.set('It lied to another history.')
    reader.advance(HEAD + 1n)
    await until(() => expect(reader.state.get().sampled).toBeUndefined())
    await until(() => expect(reader.state.get()).toMatchObject({ status: 'ready', logs: truth }))
    expect(spy(one)[0]?.[0]).toBe(0n)
  })

  it('read anew is read from the nodes alone; what a server told that is gone is not kept', async () => {
    stored = useFakeDatabase(new Map())
    const one = node('one', truth)
    const told = node('server', truth)
    const reader = history({ nodes: [one], server: serverOf(told) })
    await readTo(reader)
    await readTo(history({ nodes: [one] }))
    const asks = spy(told).length
    reader.readAnew()
    await until(() => expect(reader.state.get().status).toBe('ready'))
    expect(reader.state.get()).toMatchObject({ logs: truth, sampled: undefined })
    expect(spy(told)).toHaveLength(asks)
  })
})
