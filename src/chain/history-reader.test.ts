import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { checkedLogs } from './checked-logs'
import { createHistoryReader, type HistoryWorld, type LogNode } from './history-reader'
import type { RawLog } from './history-scan'
import { useFakeDatabase } from './testing/fake-database'
import { ChainUnavailableError } from './transport'

const address = '0x00000000000000000000000000000000000000aa'
const signature = `0x${'12'.repeat(32)}` as const
const word = (block: number) => `0x${block.toString(16).padStart(64, '0')}` as const
const log = (block: number): RawLog => ({
  address,
  topics: [signature],
  data: '0x',
  blockNumber: `0x${block.toString(16)}`,
  blockHash: word(block),
  transactionHash: word(block),
  transactionIndex: '0x0',
  logIndex: '0x0',
})

const between = (from: bigint, to: bigint) => (item: RawLog) =>
  BigInt(item.blockNumber) >= from && BigInt(item.blockNumber) <= to

/** A node that tells these logs, and counts how often it is asked. */
function node(host: string, logs: readonly RawLog[], head = 1_000_000n) {
  return {
    host,
    getHead: () => Promise.resolve(head),
    getLogs: vi.fn((from: bigint, to: bigint) =>
      Promise.resolve({
        logs: logs.filter(between(from, to)).map((one) => ({ ...one })),
        unreadable: [] as bigint[],
      }),
    ),
  }
}

const down = (host: string): LogNode => {
  const fail = () => Promise.reject(new ChainUnavailableError(`No node answers: ${host} cannot be reached.`))
  return { host, getHead: fail, getLogs: fail }
}

function read(nodes: readonly LogNode[], change: Partial<HistoryWorld> = {}) {
  return createHistoryReader({
    key: 'test',
    fromBlock: 0n,
    finalityBlocks: 2,
    canGoBack: false,
    nodes,
    check: (logs, from, to) => checkedLogs(logs, { addresses: [address], signatures: [signature], from, to }),
    ...change,
  })
}

type Reader = ReturnType<typeof read>
const ready = ({ state }: Reader) => vi.waitFor(() => expect(state.get().status).toBe('ready'))
const heights = ({ state }: Reader) => state.get().logs.map(({ blockNumber }) => parseInt(blockNumber, 16))
async function readTo(reader: Reader, head: bigint) {
  const tellings = reader.state.get()
  reader.advance(head)
  await vi.waitFor(() => expect(reader.state.get()).not.toBe(tellings))
  await ready(reader)
  // Whatever is still being confirmed or stored.
  await new Promise((resolve) => setTimeout(resolve, 5))
}

let records: Map<string, unknown>
let stored: ReturnType<typeof useFakeDatabase>
beforeEach(() => {
  records = new Map()
  stored = useFakeDatabase(records)
})
afterEach(() => vi.unstubAllGlobals())

describe('a history', () => {
  it('is ready once everything up to the head is read, and follows the head', async () => {
    const one = node('a', [log(5), log(12)])
    const reader = read([one])
    await readTo(reader, 10n)
    expect(heights(reader)).toEqual([5])
    await readTo(reader, 12n)
    expect(heights(reader)).toEqual([5, 12])
    expect(one.getLogs).toHaveBeenLastCalledWith(9n, 12n)
  })

  it('reads no further than the node’s own head', async () => {
    const one = node('a', [], 7n)
    await readTo(read([one]), 10n)
    expect(one.getLogs).toHaveBeenLastCalledWith(0n, 7n)
  })

  it('reads up to the newest block when blocks came while it was reading', async () => {
    const answers: (() => void)[] = []
    const getLogs = vi.fn(
      () =>
        new Promise<{ logs: RawLog[]; unreadable: bigint[] }>((resolve) =>
          answers.push(() => resolve({ logs: [], unreadable: [] })),
        ),
    )
    const { advance } = read([{ ...node('a', []), getLogs }])
    advance(10n)
    await vi.waitFor(() => expect(getLogs).toHaveBeenCalledTimes(1))
    advance(11n)
    advance(12n)
    answers[0]?.()
    await vi.waitFor(() => expect(getLogs).toHaveBeenLastCalledWith(9n, 12n))
  })

  it('says what failed, does not insist, and tries again when asked to', async () => {
    const good = node('a', [log(1)])
    const getLogs = vi.fn(good.getLogs)
    getLogs.mockRejectedValueOnce(new Error('no archive here'))
    const reader = read([{ ...good, getLogs }])
    reader.advance(10n)
    await vi.waitFor(() => expect(reader.state.get().status).toBe('error'))
    expect(reader.state.get().error).toBe('The history could not be read: no archive here')
    reader.advance(11n)
    expect(getLogs).toHaveBeenCalledTimes(1)
    reader.retry()
    await ready(reader)
    expect(reader.state.get()).toMatchObject({ error: undefined, logs: [log(1)] })
  })

  it('stops when cancelled and goes on when asked to', async () => {
    const answers: (() => void)[] = []
    const getLogs = vi.fn(
      () =>
        new Promise<{ logs: RawLog[]; unreadable: bigint[] }>((resolve) =>
          answers.push(() => resolve({ logs: [log(1)], unreadable: [] })),
        ),
    )
    const { state, advance, cancel, retry } = read([{ ...node('a', []), getLogs }])
    advance(10n)
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    cancel()
    expect(state.get().status).toBe('cancelled')
    answers[0]?.()
    advance(11n)
    expect(getLogs).toHaveBeenCalledTimes(1)
    retry()
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.()
    await vi.waitFor(() => expect(state.get()).toMatchObject({ status: 'ready', logs: [log(1)] }))
  })
})

describe('one node’s word', () => {
  it('is not taken for all: what an empty answer leaves out comes from a second node', async () => {
    const reader = read([node('liar', []), node('honest', [log(5), log(50)])])
    await readTo(reader, 100n)
    expect(heights(reader)).toEqual([5, 50])
    expect(reader.state.get().onlyBy).toBeUndefined()
  })

  it('is taken with its name while no other node answers, and confirmed on a later visit', async () => {
    const first = read([node('liar', []), down('honest')])
    await readTo(first, 100n)
    expect(first.state.get()).toMatchObject({ logs: [], onlyBy: 'liar' })
    const second = read([node('liar', []), node('honest', [log(5)])])
    await readTo(second, 101n)
    expect(heights(second)).toEqual([5])
  })

  it('is asked for again on the next visit where there is no other node', async () => {
    const broken = read([node('only', [])])
    await readTo(broken, 100n)
    expect(broken.state.get().onlyBy).toBe('only')
    const healed = read([node('only', [log(5)])])
    await readTo(healed, 100n)
    expect(heights(healed)).toEqual([5])
  })

  it('counts for what it told, when the other one took over in between', async () => {
    const a = node('a', [log(90)])
    // Tells the first half, with a log left out, and fails.
    a.getLogs.mockResolvedValueOnce({ logs: [], unreadable: [] })
    a.getLogs.mockRejectedValueOnce(new ChainUnavailableError('gone'))
    const b = node('b', [log(5), log(90)])
    const reader = read([a, b], { fromBlock: 0n })
    reader.advance(20_000n)
    await ready(reader)
    await vi.waitFor(() => expect(heights(reader)).toEqual([5, 90]))
  })

  it('is confirmed in strides, not with every block', async () => {
    const second = node('b', [])
    const reader = read([node('a', []), second])
    await readTo(reader, 100n)
    expect(second.getLogs).toHaveBeenCalledTimes(1)
    for (let head = 101n; head < 140n; head += 1n) await readTo(reader, head)
    expect(second.getLogs).toHaveBeenCalledTimes(1)
    await readTo(reader, 165n)
    expect(second.getLogs).toHaveBeenLastCalledWith(99n, 163n)
  })
})

describe('what is stored', () => {
  const headOf = () => records.get('test') as Record<string, unknown>

  it('is what is new: a block without a log writes nothing, one log one page', async () => {
    const all = Array.from({ length: 20_000 }, (_, block) => log(block))
    const one = node('a', [...all, log(20_010)])
    const reader = read([one])
    await readTo(reader, 19_999n)
    expect(stored.logs).toBeGreaterThanOrEqual(19_998)
    await readTo(reader, 20_005n)
    Object.assign(stored, { puts: 0, logs: 0 })
    for (let head = 20_006n; head <= 20_009n; head += 1n) await readTo(reader, head)
    expect(stored).toMatchObject({ puts: 0, logs: 0 })
    await readTo(reader, 20_020n)
    expect(stored.puts).toBe(2)
    expect(stored.logs).toBeLessThanOrEqual(500)
    const next = read([one])
    await readTo(next, 20_021n)
    expect(next.state.get().logs).toEqual(reader.state.get().logs)
  })

  it.each([
    ['no list of logs', () => records.set('test#00000000', 'logs')],
    ['a log that none is', () => records.set('test#00000000', [{ ...log(5), data: 'x' }])],
    [
      'a log of another contract',
      () => records.set('test#00000000', [{ ...log(5), address: `0x${'9'.repeat(40)}` }]),
    ],
    ['a page lost', () => records.delete('test#00000000')],
    ['no number', () => records.set('test', { ...headOf(), nextBlock: 'soon' })],
    ['a block beyond the chain', () => records.set('test', { ...headOf(), nextBlock: '9'.repeat(29) })],
    ['a count of another list', () => records.set('test', { ...headOf(), end: 7 })],
    ['nothing of this shape', () => records.set('test', [1, 2, 3])],
  ])('recovers by itself from %s', async (_, damage) => {
    const both = [node('a', [log(5), log(300)]), node('b', [log(5), log(300)])]
    await readTo(read(both), 200n)
    damage()
    const reader = read(both)
    await readTo(reader, 310n)
    expect(heights(reader)).toEqual([5, 300])
  })

  it('is forgotten and read anew when asked to, even if two nodes agreed on it', async () => {
    await readTo(read([node('a', []), node('b', [])]), 100n)
    const honest = node('a', [log(5)])
    const reader = read([honest, node('b', [])])
    await readTo(reader, 101n)
    expect(heights(reader)).toEqual([])
    reader.readAnew()
    await vi.waitFor(() => expect(heights(reader)).toEqual([5]))
    await ready(reader)
  })

  it('says how many logs could not be read, also after a reload', async () => {
    const getLogs = (from: bigint, to: bigint) =>
      Promise.resolve({ logs: [], unreadable: [7n, 50n].filter((block) => block >= from && block <= to) })
    const nodes = [{ ...node('a', []), getLogs }]
    const first = read(nodes)
    for (const head of [60n, 61n, 62n]) await readTo(first, head)
    expect(first.state.get().unreadable).toBe(2)
    const next = read(nodes)
    await readTo(next, 200n)
    expect(next.state.get().unreadable).toBe(2)
  })
})
