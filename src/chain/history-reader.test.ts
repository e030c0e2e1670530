import { describe, expect, it, vi } from 'vitest'

import { createHistoryReader, type HistoryWorld } from './history-reader'
import type { RawLog } from './history-scan'

const log = (block: number): RawLog => ({
  address: '0x00000000000000000000000000000000000000aa',
  topics: [],
  data: '0x',
  blockNumber: `0x${block.toString(16)}`,
  blockHash: '0x',
  transactionHash: '0x',
  transactionIndex: '0x0',
  logIndex: '0x0',
})

function setUp(getLogs: HistoryWorld['getLogs'], nodeHead = 1_000n) {
  return createHistoryReader({
    key: 'test',
    fromBlock: 0n,
    finalityBlocks: 2,
    getHead: () => Promise.resolve(nodeHead),
    getLogs,
  })
}

describe('a history', () => {
  it('is ready once everything up to the head is read, and follows the head', async () => {
    const getLogs = vi.fn((from: bigint, to: bigint) =>
      Promise.resolve([log(5), log(12)].filter(between(from, to))),
    )
    const { state, advance } = setUp(getLogs)
    advance(10n)
    await vi.waitFor(() => expect(state.get().status).toBe('ready'))
    expect(state.get().logs).toHaveLength(1)
    advance(12n)
    await vi.waitFor(() => expect(state.get().logs).toHaveLength(2))
    expect(getLogs).toHaveBeenLastCalledWith(9n, 12n, expect.any(Function))
  })

  it('reads no further than the node’s own head', async () => {
    const getLogs = vi.fn(() => Promise.resolve([]))
    const { state, advance } = setUp(getLogs, 7n)
    advance(10n)
    await vi.waitFor(() => expect(state.get().status).toBe('ready'))
    expect(getLogs).toHaveBeenLastCalledWith(0n, 7n, expect.any(Function))
  })

  it('reads up to the newest block when blocks came while it was reading', async () => {
    const answers: (() => void)[] = []
    const getLogs = vi.fn(() => new Promise<RawLog[]>((resolve) => answers.push(() => resolve([]))))
    const { advance } = setUp(getLogs)
    advance(10n)
    await vi.waitFor(() => expect(getLogs).toHaveBeenCalledTimes(1))
    advance(11n)
    advance(12n)
    answers[0]?.()
    await vi.waitFor(() => expect(getLogs).toHaveBeenLastCalledWith(9n, 12n, expect.any(Function)))
  })

  it('says what failed, does not insist, and tries again when asked to', async () => {
    let isBroken = true
    const getLogs = vi.fn(() =>
      isBroken ? Promise.reject(new Error('no archive here')) : Promise.resolve([log(1)]),
    )
    const { state, advance, retry } = setUp(getLogs)
    advance(10n)
    await vi.waitFor(() => expect(state.get().status).toBe('error'))
    expect(state.get().error).toBe('The history could not be read: no archive here')
    advance(11n)
    expect(getLogs).toHaveBeenCalledTimes(1)
    isBroken = false
    retry()
    await vi.waitFor(() => expect(state.get().status).toBe('ready'))
    expect(state.get()).toMatchObject({ error: undefined, logs: [log(1)] })
  })

  it('stops when cancelled and goes on when asked to', async () => {
    const answers: (() => void)[] = []
    const getLogs = vi.fn(() => new Promise<RawLog[]>((resolve) => answers.push(() => resolve([log(1)]))))
    const { state, advance, cancel, retry } = setUp(getLogs)
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

function between(from: bigint, to: bigint): (log: RawLog) => boolean {
  return ({ blockNumber }) => BigInt(blockNumber) >= from && BigInt(blockNumber) <= to
}
