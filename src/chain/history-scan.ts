import type { Address, Hex } from 'viem'

import { isRangeRefusal, statedRange } from './log-range'
import { reasonOf } from './reason'

/** A log as the node sends it: hex strings only, so that it is stored as it is. */
export type RawLog = {
  readonly address: Address
  readonly topics: readonly Hex[]
  readonly data: Hex
  readonly blockNumber: Hex
  readonly blockHash: Hex
  readonly transactionHash: Hex
  readonly transactionIndex: Hex
  readonly logIndex: Hex
  /** Newer nodes tell it. */
  readonly blockTimestamp?: Hex | undefined
}

/** How far a history has been read. */
export type Cursor = {
  /** Oldest first. */
  readonly logs: readonly RawLog[]
  readonly nextBlock: bigint
  /** Blocks per request that this node accepted last, so that a reload does not learn it again. */
  readonly range: bigint
  /** Older logs than these exist and were dropped. */
  readonly isCapped: boolean
}

export type ScanWish = {
  readonly fromBlock: bigint
  readonly head: bigint
  readonly finalityBlocks: number
  readonly getLogs: (from: bigint, to: bigint) => Promise<readonly RawLog[]>
  /** Called after each request. `percent` is 0 to 100. */
  readonly onProgress: (cursor: Cursor, percent: number) => void
  readonly signal: AbortSignal
}

/** More logs than a page can use; the newest are kept. */
export const MOST_LOGS = 20_000
const FIRST_RANGE = 10_000n
const LARGEST_RANGE = 100_000n
/** A range that no node answers in time is halved down to this; below it the node is at fault, not the range. */
const SMALLEST_SLOW_RANGE = 1_000n

export function newCursor(fromBlock: bigint): Cursor {
  return { logs: [], nextBlock: fromBlock, range: FIRST_RANGE, isCapped: false }
}

/**
 * Reads logs up to the head, as many blocks at a time as the node allows: a refusal halves the range (or takes
 * the number the node names), a success doubles it again below what was refused. The last `finalityBlocks` are
 * read anew each time, so that a reorg or a node that lagged corrects itself.
 * Throws what getLogs throws, unless it is about the range.
 */
export async function scan(cursor: Cursor, wish: ScanWish): Promise<Cursor> {
  const { fromBlock, head, finalityBlocks, getLogs, onProgress, signal } = wish
  let { range } = cursor
  let refused: bigint | undefined
  let next = lower(cursor.nextBlock, head + 1n) - BigInt(finalityBlocks)
  if (next < fromBlock) next = fromBlock
  const start = next
  let current: Cursor = { ...cursor, nextBlock: next, logs: cursor.logs.filter(isBefore(next)) }

  while (next <= head) {
    signal.throwIfAborted()
    const to = lower(next + range - 1n, head)
    let found: readonly RawLog[]
    try {
      found = await getLogs(next, to)
    } catch (error) {
      const reason = reasonOf(error)
      const asked = to - next + 1n
      const isTooSlow = reason.includes('did not answer within') && asked > SMALLEST_SLOW_RANGE
      if ((!isRangeRefusal(reason) && !isTooSlow) || asked === 1n) throw error
      const stated = statedRange(reason)
      refused = stated === undefined ? asked : stated + 1n
      range = lower(stated ?? asked, (asked + 1n) / 2n)
      continue
    }
    signal.throwIfAborted()
    const logs = [...current.logs, ...found]
    next = to + 1n
    if (refused === undefined || range * 2n < refused) range = lower(range * 2n, LARGEST_RANGE)
    current = {
      logs: logs.slice(-MOST_LOGS),
      nextBlock: next,
      range,
      isCapped: current.isCapped || logs.length > MOST_LOGS,
    }
    onProgress(current, percentOf(next - start, head - start + 1n))
  }
  return current
}

/** Chart and progress bars only: a percentage of blocks is no amount. */
function percentOf(done: bigint, all: bigint): number {
  return parseInt(String((done * 100n) / all), 10)
}

function isBefore(block: bigint): (log: RawLog) => boolean {
  return (log) => BigInt(log.blockNumber) < block
}

function lower(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
