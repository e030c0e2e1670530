import { parseAbi } from 'viem'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { storedLogs, type ChainLog } from './checked-logs'
import { createDecoder } from './decoded-logs'
import { createHistoryReader } from './history-reader'
import { MOST_LOGS } from './history-scan'
import type { HistoryWorld, LogNode } from './history-world'
import { useFakeDatabase } from './testing/fake-database'
import { ChainUnavailableError } from './transport'
import { createTurns } from './turns'

const address = '0x00000000000000000000000000000000000000aa'
const word = (block: number) => `0x${block.toString(16).padStart(64, '0')}` as const
const log = (block: number): ChainLog => ({
  eventName: 'Rang',
  args: {},
  address,
  blockNumber: BigInt(block),
  transactionHash: word(block),
  logIndex: 0,
})
const asked = { addresses: [address], decoder: createDecoder(parseAbi(['event Rang()']), ['Rang']) } as const

const between =
  (from: bigint, to: bigint) =>
  ({ blockNumber }: ChainLog) =>
    blockNumber >= from && blockNumber <= to

/** A node that tells these logs, and counts how often it is asked. */
function node(host: string, logs: readonly ChainLog[], head = 1_000_000n) {
  return {
    host,
    inTurn: createTurns(6),
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
  return { host, inTurn: createTurns(6), getHead: fail, getLogs: fail }
}

function read(nodes: readonly LogNode[], change: Partial<HistoryWorld> = {}) {
  return createHistoryReader({
    key: 'test',
    fromBlock: 0n,
    finalityBlocks: 2,
    canGoBack: false,
    nodes,
    restore: (logs, from, to) => storedLogs(logs, asked, from, to),
    ...change,
  })
}

type Reader = ReturnType<typeof read>
const ready = ({ state }: Reader) => until(() => expect(state.get().status).toBe('ready'))
const heights = ({ state }: Reader) =>
  state.get().logs.map(({ blockNumber }) => parseInt(`${blockNumber}`, 10))
async function readTo(reader: Reader, head: bigint) {
  const tellings = reader.state.get()
  reader.advance(head)
  await until(() => expect(reader.state.get()).not.toBe(tellings))
  await ready(reader)
  await stored.rest()
}

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 30_000 })

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
        new Promise<{ logs: ChainLog[]; unreadable: bigint[] }>((resolve) =>
          answers.push(() => resolve({ logs: [], unreadable: [] })),
        ),
    )
    const { advance } = read([{ ...node('a', []), getLogs }])
    advance(10n)
    await until(() => expect(getLogs).toHaveBeenCalledTimes(1))
    advance(11n)
    advance(12n)
    answers[0]?.()
    await until(() => expect(getLogs).toHaveBeenLastCalledWith(9n, 12n))
  })

  it('says what failed, does not insist, and tries again when asked to', async () => {
    const good = node('a', [log(1)])
    const getLogs = vi.fn(good.getLogs)
    getLogs.mockRejectedValueOnce(new Error('no archive here'))
    const reader = read([{ ...good, getLogs }])
    reader.advance(10n)
    await until(() => expect(reader.state.get().status).toBe('error'))
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
        new Promise<{ logs: ChainLog[]; unreadable: bigint[] }>((resolve) =>
          answers.push(() => resolve({ logs: [log(1)], unreadable: [] })),
        ),
    )
    const { state, advance, cancel, retry } = read([{ ...node('a', []), getLogs }])
    advance(10n)
    await until(() => expect(answers).toHaveLength(1))
    cancel()
    expect(state.get().status).toBe('cancelled')
    answers[0]?.()
    advance(11n)
    expect(getLogs).toHaveBeenCalledTimes(1)
    retry()
    await until(() => expect(answers).toHaveLength(2))
    answers[1]?.()
    await until(() => expect(state.get()).toMatchObject({ status: 'ready', logs: [log(1)] }))
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
    await until(() => expect(heights(reader)).toEqual([5, 90]))
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
  const chunks = () => [...records.keys()].filter((key) => key.includes('#')).sort()
  const chunkAt = (index: number) => records.get(chunks()[index] ?? '') as Record<string, unknown>
  const many = (count: number) => Array.from({ length: count }, (_, block) => log(block))

  it('is written in chunks, each once, and what is new into the last one', async () => {
    const one = node('a', [...many(3_490), log(3_510)])
    const reader = read([one])
    await readTo(reader, 3_500n)
    expect(chunks()).toHaveLength(4)
    // The last one, which is not full, may have been written while it grew.
    for (const key of chunks().slice(0, 3)) expect(stored.puts.filter((put) => put === key)).toHaveLength(1)
    stored.puts.length = 0
    for (let head = 3_501n; head <= 3_509n; head += 1n) await readTo(reader, head)
    expect(stored.puts).toEqual([])
    await readTo(reader, 3_520n)
    expect(stored.puts).toEqual([chunks()[3], 'test'])
    const next = read([one])
    await readTo(next, 3_521n)
    expect(next.state.get().logs).toEqual(reader.state.get().logs)
  })

  it('is not read again: the next visit goes on from there', async () => {
    await readTo(read([node('a', many(3_000)), node('b', many(3_000))]), 2_999n)
    const later = [node('a', many(3_010)), node('b', many(3_010))] as const
    const reader = read(later)
    await readTo(reader, 3_009n)
    expect(later[0].getLogs.mock.calls).toEqual([[2_998n, 3_009n]])
    expect(later[1].getLogs.mock.calls).toEqual([[2_998n, 3_007n]])
    expect(reader.state.get().logs).toHaveLength(3_010)
  })

  it('goes on where a reading was cancelled, and asks no more once it was', async () => {
    const one = node('a', many(3_000))
    let isCancelled = false
    const limited = (from: bigint, to: bigint) => {
      if (to - from >= 100n) return Promise.reject(new Error('limited to a 100 block range'))
      isCancelled ||= one.getLogs.mock.calls.length === 12
      if (isCancelled) first.cancel()
      return one.getLogs(from, to)
    }
    const first = read([{ ...one, getLogs: limited }])
    first.advance(2_999n)
    await until(() => expect(first.state.get().status).toBe('cancelled'))
    const asked = one.getLogs.mock.calls.length
    await stored.rest()
    // Those that were under way; a wave is of four.
    expect(asked).toBeLessThanOrEqual(16)
    expect(one.getLogs).toHaveBeenCalledTimes(asked)
    const kept = first.state.get().logs.length
    expect(kept).toBeGreaterThanOrEqual(800)

    const rest = node('a', many(3_000))
    const second = read([rest, node('b', many(3_000))])
    await readTo(second, 2_999n)
    expect(heights(second)).toEqual(many(3_000).map((_, block) => block))
    // All but the newest of what was shown was stored.
    expect(rest.getLogs.mock.calls[0]?.[0]).toBe(BigInt(kept - 2))
    // The range that was learnt is stored too.
    expect(rest.getLogs.mock.calls[0]?.[1]).toBe(BigInt(kept - 2 + 99))
  })

  it.each([
    ['no list of logs', () => Object.assign(chunkAt(1), { logs: 'logs' })],
    ['a log that none is', () => Object.assign(chunkAt(1), { logs: [{ ...log(1_500), eventName: 'x' }] })],
    [
      'a log of another contract',
      () => Object.assign(chunkAt(1), { logs: [{ ...log(1_500), address: `0x${'9'.repeat(40)}` }] }),
    ],
    ['a chunk of other blocks', () => Object.assign(chunkAt(1), { from: 5n })],
    ['a chunk that is none', () => records.set(chunks()[1] ?? '', 7)],
    ['a chunk lost', () => records.delete(chunks()[1] ?? '')],
    ['the first chunk lost', () => records.delete(chunks()[0] ?? '')],
    ['a log lost', () => (chunkAt(1)['logs'] as unknown[]).pop()],
    ['no number', () => Object.assign(records.get('test') as object, { range: 'soon' })],
    ['a range of nothing', () => Object.assign(records.get('test') as object, { range: 0n })],
    ['a block beyond the chain', () => Object.assign(chunkAt(2), { to: 9n ** 20n })],
    ['a count of another list', () => Object.assign(records.get('test') as object, { confirmedCount: 7 })],
    ['nothing of this shape', () => records.set('test', [1, 2, 3])],
    ['nothing to begin with', () => records.delete('test')],
  ])('recovers by itself from %s, for good', async (_, damage) => {
    const both = () => [node('a', many(3_000)), node('b', many(3_000))] as const
    await readTo(read(both()), 2_999n)
    expect(chunks()).toHaveLength(3)
    damage()
    const reader = read(both())
    await readTo(reader, 2_999n)
    expect(heights(reader)).toEqual(many(3_000).map((_, block) => block))
    const later = both()
    await readTo(read(later), 2_999n)
    expect(later[0].getLogs.mock.calls).toEqual([[2_998n, 2_999n]])
    expect(later[1].getLogs).not.toHaveBeenCalled()
  })

  it('of a chunk on is read again where one is damaged, and not what is before it', async () => {
    await readTo(read([node('a', many(3_000))]), 2_999n)
    records.delete(chunks()[1] ?? '')
    const again = node('a', many(3_000))
    await readTo(read([again]), 2_999n)
    expect(again.getLogs.mock.calls[0]?.[0]).toBe(1_000n)
  })

  it('of two tabs that write at once is whole, whoever wrote last', async () => {
    const all = many(3_000)
    const [first, second] = [read([node('a', all)]), read([node('b', all)])]
    await Promise.all([readTo(first, 2_500n), readTo(second, 2_900n)])
    await Promise.all([readTo(first, 2_990n), readTo(second, 2_950n)])
    const next = read([node('a', all)])
    await readTo(next, 2_999n)
    expect(heights(next)).toEqual(all.map((_, block) => block))
  })

  it('is confirmed again where another tab has stored what nobody confirmed', async () => {
    const all = many(100)
    await readTo(read([node('a', all), node('b', all)]), 99n)
    const confirmed = records.get('test')
    // The other tab was told a part only, and closed before it asked a second node.
    const part = all.filter((_, block) => block !== 50)
    Object.assign(chunkAt(0), { logs: part.slice(0, 97) })
    records.set('test', confirmed)
    const next = read([node('a', part), node('b', all)])
    await readTo(next, 99n)
    expect(heights(next)).toEqual(all.map((_, block) => block))
  })

  it('gets what a second node knows besides, and writes only the chunks that lack it', async () => {
    const all = many(4_000)
    const one = node(
      'a',
      all.filter((_, block) => block !== 1_500),
    )
    await readTo(read([one, node('b', all)]), 3_999n)
    await until(() => expect(stored.puts.filter((put) => put === chunks()[1])).toHaveLength(2))
    for (const key of [0, 2].map((index) => chunks()[index]))
      expect(stored.puts.filter((put) => put === key)).toHaveLength(1)
    const next = read([node('a', [])])
    await readTo(next, 3_999n)
    expect(heights(next)).toContain(1_500)
  })

  it('is at most so much: the oldest chunks are given up, and it is said', async () => {
    const all = many(MOST_LOGS + 2_500)
    const getLogs = (from: bigint, to: bigint) =>
      Promise.resolve({ logs: all.slice(parseInt(`${from}`, 10), parseInt(`${to}`, 10) + 1), unreadable: [] })
    const one = { ...node('a', []), getLogs }
    const reader = read([one])
    await readTo(reader, BigInt(all.length - 1))
    expect(reader.state.get()).toMatchObject({ isCapped: true })
    expect(reader.state.get().logs).toHaveLength(MOST_LOGS)
    expect(chunks().length).toBeLessThanOrEqual(MOST_LOGS / 1_000 + 2)
    const next = read([one])
    await readTo(next, BigInt(all.length - 1))
    expect(next.state.get().logs.length).toBe(MOST_LOGS)
    expect(next.state.get().logs[0]).toEqual(reader.state.get().logs[0])
    expect(next.state.get().isCapped).toBe(true)
  })

  it('goes back with a local chain', async () => {
    const local = { canGoBack: true, finalityBlocks: 1 }
    await readTo(read([node('a', many(2_500))], local), 2_499n)
    const other = many(1_200)
    await readTo(read([node('a', other, 1_199n)], local), 1_199n)
    expect(chunks()).toHaveLength(2)
    const next = read([node('a', [...other, log(1_200)], 1_200n)], local)
    await readTo(next, 1_200n)
    expect(heights(next)).toEqual(many(1_201).map((_, block) => block))
  })

  it('is forgotten and read anew when asked to, even if two nodes agreed on it', async () => {
    await readTo(read([node('a', []), node('b', [])]), 100n)
    const honest = node('a', [log(5)])
    const reader = read([honest, node('b', [])])
    await readTo(reader, 101n)
    expect(heights(reader)).toEqual([])
    reader.readAnew()
    await until(() => expect(heights(reader)).toEqual([5]))
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

describe('a hundred histories', () => {
  it('ask a node six things at a time, and nothing any more once they are stopped', async () => {
    const open: (() => void)[] = []
    let [asked, underWay, most] = [0, 0, 0]
    const slowly = async <T>(answer: T): Promise<T> => {
      asked += 1
      most = Math.max(most, (underWay += 1))
      await new Promise<void>((resolve) => open.push(resolve))
      underWay -= 1
      return answer
    }
    const one: LogNode = {
      host: 'a',
      inTurn: createTurns(6),
      getHead: () => slowly(10n),
      getLogs: () => slowly({ logs: [], unreadable: [] }),
    }
    const readers = Array.from({ length: 100 }, (_, index) => read([one], { key: `${index}` }))
    for (const { advance } of readers) advance(10n)
    await stored.rest()
    await until(() => expect(asked).toBe(6))
    const [last] = readers.slice(-1)
    for (const reader of readers) if (reader !== last) reader.stop()
    await until(() => {
      open.splice(0).forEach((answer) => answer())
      expect(last?.state.get().status).toBe('ready')
    })
    expect(most).toBe(6)
    // The last one asks for the head, and for its blocks.
    expect(asked).toBe(6 + 2)
  })
})
