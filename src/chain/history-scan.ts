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
  /** Oldest first. A log that is read again stays the same object. */
  readonly logs: readonly RawLog[]
  readonly nextBlock: bigint
  /** Everything before this block has been asked twice: of two nodes, where there are two. */
  readonly confirmedBlock: bigint
  /** Who told what is not confirmed yet. */
  readonly toldBy: readonly string[]
  /** Blocks per request that this node accepted last, so that a reload does not learn it again. */
  readonly range: bigint
  /** So many logs, older than these, were read and dropped. */
  readonly dropped: number
  /** The blocks of logs that could not be read, as far as they can be told. */
  readonly unreadable: readonly bigint[]
}

/** What a node says of a range of blocks. */
export type FoundLogs = { readonly logs: readonly RawLog[]; readonly unreadable: readonly bigint[] }

export type ScanWish = {
  readonly fromBlock: bigint
  readonly head: bigint
  readonly finalityBlocks: number
  /** On a local chain the head may go back for good; elsewhere a lower head is a node that lags. */
  readonly canGoBack: boolean
  readonly getLogs: (from: bigint, to: bigint) => Promise<FoundLogs>
  /** Called after each request. `percent` is 0 to 100. */
  readonly onProgress: (cursor: Cursor, percent: number) => void
  readonly signal: AbortSignal
}

/** More logs than a page can use; the newest are kept. */
export const MOST_LOGS = 20_000
const MOST_UNREADABLE = 1_000
const FIRST_RANGE = 10_000n
const LARGEST_RANGE = 100_000n
/** A range that no node answers in time is halved down to this; below it the node is at fault, not the range. */
const SMALLEST_SLOW_RANGE = 1_000n

export function newCursor(fromBlock: bigint): Cursor {
  return {
    logs: [],
    nextBlock: fromBlock,
    confirmedBlock: fromBlock,
    toldBy: [],
    range: FIRST_RANGE,
    dropped: 0,
    unreadable: [],
  }
}

/** The first block that is read anew each time: what is before it is final. */
export function settledBlock({ nextBlock }: Pick<Cursor, 'nextBlock'>, fromBlock: bigint, finality: number) {
  return higher(nextBlock - BigInt(finality), fromBlock)
}

/**
 * Reads logs up to the head, as many blocks at a time as the node allows: a refusal halves the range (or takes
 * the number the node names), a success doubles it again below what was refused. The last `finalityBlocks` are
 * read anew each time, so that a reorg or a node that lagged corrects itself. What is final is never cut, and what a
 * node that lags does not know yet stays.
 * Throws what getLogs throws, unless it is about the range.
 */
export async function scan(cursor: Cursor, wish: ScanWish): Promise<Cursor> {
  const { fromBlock, head, finalityBlocks, canGoBack, getLogs, onProgress, signal } = wish
  const reached = canGoBack ? lower(cursor.nextBlock, head + 1n) : cursor.nextBlock
  let { range } = cursor
  let refused: bigint | undefined
  let next = settledBlock({ nextBlock: reached }, fromBlock, finalityBlocks)
  const start = next
  const again = cursor.logs.slice(countBefore(cursor.logs, start))
  // Above the head of a node that lags: told before, by one that did not.
  const ahead = canGoBack ? [] : cursor.logs.slice(countBefore(cursor.logs, head + 1n))
  let current: Cursor = { ...cursor, nextBlock: reached }
  let below: readonly RawLog[] = cursor.logs.slice(0, cursor.logs.length - again.length)
  let { dropped } = cursor
  let unreadable = cursor.unreadable.filter((block) => block < start || (!canGoBack && block > head))

  while (next <= head) {
    signal.throwIfAborted()
    const to = lower(next + range - 1n, head)
    let found: FoundLogs
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
    next = to + 1n
    if (refused === undefined || range * 2n < refused) range = lower(range * 2n, LARGEST_RANGE)
    const all = [...below, ...asBefore(found.logs, again)]
    below = all.slice(-MOST_LOGS)
    dropped += all.length - below.length
    unreadable = [...unreadable, ...found.unreadable].slice(-MOST_UNREADABLE)
    const logs = next > head ? [...below, ...ahead] : below
    current = {
      ...current,
      // Without news the list itself stays the same: nothing is decoded, stored or sorted again.
      logs: isSameList(logs, cursor.logs) ? cursor.logs : logs,
      nextBlock: next > head ? higher(next, reached) : next,
      range,
      dropped,
      unreadable,
    }
    onProgress(current, percentOf(next - start, head - start + 1n))
  }
  return current
}

/** Two tellings of the same blocks as one: what either of them knows, oldest first. */
export function union(logs: readonly RawLog[], others: readonly RawLog[]): readonly RawLog[] {
  const seen = new Set(logs.map(keyOf))
  const missed = others.filter((log) => !seen.has(keyOf(log)))
  return missed.length === 0 ? logs : [...logs, ...missed].sort(byPlace)
}

/** How many of these logs, oldest first, are of blocks before this one. */
export function countBefore(logs: readonly RawLog[], block: bigint): number {
  let count = logs.length
  for (let log = logs[count - 1]; log && BigInt(log.blockNumber) >= block; log = logs[count - 1]) count -= 1
  return count
}

function asBefore(found: readonly RawLog[], before: readonly RawLog[]): readonly RawLog[] {
  if (before.length === 0) return found
  const former = new Map(before.map((log) => [JSON.stringify(log), log]))
  return found.map((log) => former.get(JSON.stringify(log)) ?? log)
}

function isSameList(a: readonly RawLog[], b: readonly RawLog[]): boolean {
  return a.length === b.length && a.every((log, index) => log === b[index])
}

export function keyOf({ blockHash, logIndex }: RawLog): string {
  return `${blockHash}:${BigInt(logIndex)}`.toLowerCase()
}

export function byPlace(a: RawLog, b: RawLog): number {
  const difference = BigInt(a.blockNumber) - BigInt(b.blockNumber) || BigInt(a.logIndex) - BigInt(b.logIndex)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Chart and progress bars only: a percentage of blocks is no amount. */
function percentOf(done: bigint, all: bigint): number {
  return parseInt(String((done * 100n) / all), 10)
}

function lower(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function higher(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
