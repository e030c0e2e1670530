import { describe, expect, it, vi } from 'vitest'

import type { ChainLog } from './checked-logs'
import { MOST_LOGS, newCursor, scan, type Cursor, type ScanWish } from './history-scan'
import { ChainUnavailableError } from './transport'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 60_000 })

function log(blockNumber: number, branch = 'a', text = ''): ChainLog {
  return {
    eventName: 'Rang',
    args: { text },
    address: '0x00000000000000000000000000000000000000aa',
    blockNumber: BigInt(blockNumber),
    transactionHash: `0x${branch}${blockNumber}`,
    logIndex: 0,
  }
}

const heights = (cursor: Cursor) => cursor.logs.map(({ blockNumber }) => parseInt(`${blockNumber}`, 10))

/** A node that holds `logs` and refuses ranges of more than `limit` blocks with `refusal`. */
function node(
  logs: readonly ChainLog[],
  limit = 1_000_000n,
  refusal = new Error('block range is too large'),
) {
  const asked: [bigint, bigint][] = []
  return {
    asked,
    getLogs: (from: bigint, to: bigint) => {
      asked.push([from, to])
      if (to - from + 1n > limit) return Promise.reject(refusal)
      const found = logs.filter((item) => item.blockNumber >= from && item.blockNumber <= to)
      // A node answers with new objects each time.
      return Promise.resolve({ logs: found.map((item) => ({ ...item })), unreadable: [] })
    },
  }
}

const wish = (change: Partial<ScanWish>): ScanWish => ({
  fromBlock: 0n,
  head: 100n,
  finalityBlocks: 5,
  canGoBack: false,
  getLogs: node([]).getLogs,
  onProgress: () => undefined,
  signal: new AbortController().signal,
  ...change,
})

describe('scan', () => {
  it('reads everything up to the head in one request when the node allows it', async () => {
    const { getLogs, asked } = node([log(3), log(50), log(100)])
    const cursor = await scan(newCursor(0n), wish({ getLogs }))
    expect(heights(cursor)).toEqual([3, 50, 100])
    expect(asked).toEqual([[0n, 100n]])
  })

  it('halves what the node refuses and finds every log once', async () => {
    const all = Array.from({ length: 101 }, (_, height) => log(height))
    const { getLogs, asked } = node(all, 7n)
    const cursor = await scan(newCursor(0n), wish({ getLogs }))
    expect(heights(cursor)).toEqual(all.map((_, height) => height))
    expect(asked.length).toBeLessThan(40)
  })

  it('asks for fewer blocks where a node takes too long, down to what is short anyway', async () => {
    const slow = new ChainUnavailableError('In any language.', undefined, ['slow'])
    const { getLogs, asked } = node([log(3), log(100)], 16n, slow)
    expect(heights(await scan(newCursor(0n), wish({ getLogs })))).toEqual([3, 100])
    expect(asked[0]).toEqual([0n, 100n])
    expect(asked[1]).toEqual([0n, 50n])
    await expect(scan(newCursor(0n), wish({ ...node([], 1n, slow) }))).rejects.toThrow('In any language.')
  })

  it('takes the range that the node names, and remembers it', async () => {
    const { getLogs, asked } = node([], 10n, new Error('eth_getLogs is limited to a 10 block range'))
    const cursor = await scan(newCursor(0n), wish({ getLogs }))
    expect(asked[1]).toEqual([0n, 9n])
    expect(asked).toHaveLength(12)
    const before = asked.length
    await scan({ ...cursor, nextBlock: 90n }, wish({ getLogs, head: 99n, finalityBlocks: 0 }))
    expect(asked.length - before).toBe(1)
  })

  it('asks four stretches at a time once the node has answered one', async () => {
    let [underWay, most] = [0, 0]
    const { getLogs, asked } = node([], 10n, new Error('limited to a 10 block range'))
    const counted = async (from: bigint, to: bigint) => {
      most = Math.max(most, (underWay += 1))
      await Promise.resolve()
      return getLogs(from, to).finally(() => (underWay -= 1))
    }
    await scan(newCursor(0n), wish({ getLogs: counted }))
    expect(most).toBe(4)
    expect(asked).toHaveLength(12)
  })

  it('asks one after the other where several at a time are too much', async () => {
    const all = Array.from({ length: 101 }, (_, height) => log(height))
    const { getLogs } = node(all, 10n, new Error('limited to a 10 block range'))
    let underWay = 0
    const busy = async (from: bigint, to: bigint) => {
      underWay += 1
      await Promise.resolve()
      const isTooMuch = underWay > 2
      return (isTooMuch ? Promise.reject(new Error('busy')) : getLogs(from, to)).finally(
        () => (underWay -= 1),
      )
    }
    expect(heights(await scan(newCursor(0n), wish({ getLogs: busy })))).toEqual(
      all.map((_, height) => height),
    )
  })

  it('asks for fewer blocks where they hold many logs, and for more where they hold few', async () => {
    const all = Array.from({ length: 40_000 }, (_, height) => log(height))
    const { getLogs, asked } = node(all)
    const cursor = await scan(newCursor(0n), wish({ getLogs, head: 1_000_000n }))
    expect(cursor.logs).toHaveLength(40_000)
    const widths = asked.map(([from, to]) => parseInt(`${to - from + 1n}`, 10))
    expect(Math.min(...widths.slice(0, 8))).toBeLessThanOrEqual(2_500)
    expect(Math.max(...widths)).toBe(100_000)
  })

  it('keeps no more text than a page can hold', async () => {
    const text = 'a'.repeat(1_000_000)
    const all = Array.from({ length: 130 }, (_, height) => log(height, 'a', text))
    const cursor = await scan(newCursor(0n), wish({ getLogs: node(all, 10n).getLogs, head: 129n }))
    expect(cursor.logs).toHaveLength(100)
    expect(cursor.dropped).toBe(30)
  })

  it('throws what is not about the range', async () => {
    const { getLogs } = node([], 0n, new Error('no such method'))
    await expect(scan(newCursor(0n), wish({ getLogs }))).rejects.toThrow('no such method')
  })

  it('gives up when even one block is refused', async () => {
    const { getLogs } = node([], 0n)
    await expect(scan(newCursor(0n), wish({ getLogs }))).rejects.toThrow('too large')
  })

  it('reads the last blocks anew: a reorg and a late log correct themselves', async () => {
    const first = await scan(newCursor(0n), wish({ getLogs: node([log(10), log(98)]).getLogs }))
    const { getLogs, asked } = node([log(10), log(97, 'b'), log(101, 'b')])
    const second = await scan(first, wish({ getLogs, head: 101n }))
    expect(asked).toEqual([[96n, 101n]])
    expect(second.logs.map(({ transactionHash }) => transactionHash)).toEqual(['0xa10', '0xb97', '0xb101'])
  })

  it('forgets logs above a head that went back on a local chain', async () => {
    const first = await scan(newCursor(0n), wish({ getLogs: node([log(10), log(98)]).getLogs }))
    const back = wish({ getLogs: node([log(10)]).getLogs, head: 60n, canGoBack: true })
    const second = await scan(first, back)
    expect(heights(second)).toEqual([10])
    expect(second.nextBlock).toBe(61n)
  })

  it('keeps the newest logs when there are too many, and says so', async () => {
    const all = Array.from({ length: MOST_LOGS + 50 }, (_, height) => log(height))
    const cursor = await scan(newCursor(0n), wish({ getLogs: node(all).getLogs, head: BigInt(all.length) }))
    expect(cursor.logs).toHaveLength(MOST_LOGS)
    expect(heights(cursor)[0]).toBe(50)
    expect(cursor.dropped).toBe(50)
  })

  it('cuts nothing because a node lags, however far', async () => {
    const all = [log(10), log(94), log(98), log(100)]
    const first = await scan(newCursor(0n), wish({ getLogs: node(all).getLogs }))
    for (const head of [98n, 97n, 60n, 0n]) {
      const late = node(all.filter(({ blockNumber }) => blockNumber <= head))
      const second = await scan(first, wish({ getLogs: late.getLogs, head }))
      expect(heights(second)).toEqual([10, 94, 98, 100])
      expect(second.nextBlock).toBe(101n)
      expect(heights(await scan(second, wish({ getLogs: node(all).getLogs })))).toEqual([10, 94, 98, 100])
    }
  })

  it('leaves the list and its logs the same objects while nothing is new', async () => {
    const all = [log(10), log(98)]
    const first = await scan(newCursor(0n), wish({ getLogs: node(all).getLogs }))
    const second = await scan(first, wish({ getLogs: node(all).getLogs, head: 101n }))
    expect(second.logs).toBe(first.logs)
    const third = await scan(second, wish({ getLogs: node([...all, log(102)]).getLogs, head: 102n }))
    expect(third.logs[1]).toBe(first.logs[1])
    expect(heights(third)).toEqual([10, 98, 102])
  })

  it('stops when asked to, and goes on from there', async () => {
    const stop = new AbortController()
    const { getLogs } = node([log(3), log(90)], 20n)
    let reached: Cursor | undefined
    const onProgress = (cursor: Cursor) => {
      reached = cursor
      stop.abort()
    }
    await expect(scan(newCursor(0n), wish({ getLogs, onProgress, signal: stop.signal }))).rejects.toThrow()
    if (!reached) throw new Error('no progress')
    expect(heights(reached)).toEqual([3])
    expect(heights(await scan(reached, wish({ getLogs })))).toEqual([3, 90])
  })

  it('reports progress up to 100 percent', async () => {
    const percents: number[] = []
    const { getLogs } = node([], 30n)
    await scan(newCursor(0n), wish({ getLogs, onProgress: (_, percent) => percents.push(percent) }))
    expect(percents.at(-1)).toBe(100)
    expect([...percents].sort((a, b) => a - b)).toEqual(percents)
  })
})
