import { byPlace, keyOf, type ChainLog, type FoundLogs } from './checked-logs'
import { isRangeRefusal } from './log-range'
import { statedRange } from './stated-range'
import { reasonOf } from './reason'
import { ChainUnavailableError } from './transport'

/** How far a history has been read. */
export type Cursor = {
  /** Oldest first. A log that is read again stays the same object. */
  readonly logs: readonly ChainLog[]
  readonly nextBlock: bigint
  /** Everything before this block has been asked twice: of two nodes, where there are two. */
  readonly confirmedBlock: bigint
  /** Who told what is not confirmed yet. */
  readonly toldBy: readonly string[]
  /** Blocks per request that this node accepted last, so that a reload does not learn it again. */
  readonly range: bigint
  /** How long the texts are that these logs carry. */
  readonly text: number
  /** So many logs, older than these, were read and dropped. */
  readonly dropped: number
  /** Which server of events has told a part of this, and which node said the same where it was asked. */
  readonly sampled?: { readonly server: string; readonly node: string } | undefined
  /** The blocks of logs that could not be read, as far as they can be told. */
  readonly unreadable: readonly bigint[]
}

export type ScanWish = {
  readonly fromBlock: bigint
  readonly head: bigint
  readonly finalityBlocks: number
  /** On a local chain the head may go back for good; elsewhere a lower head is a node that lags. */
  readonly canGoBack: boolean
  readonly getLogs: (from: bigint, to: bigint) => Promise<FoundLogs>
  /** Called after the answers that were waited for together, in order of blocks. `percent` is 0 to 100. */
  readonly onProgress: (cursor: Cursor, percent: number) => void
  readonly signal: AbortSignal
}

type Answer =
  { readonly to: bigint; readonly found: FoundLogs } | { readonly asked: bigint; readonly error: unknown }

/** More logs than a page can use; the newest are kept. */
export const MOST_LOGS = 200_000
export const MOST_UNREADABLE = 1_000
/** A hostile node makes its logs long as well as many. */
const MOST_TEXT = 100_000_000
/** Taken for lists and structures: more is in no log. */
const LONGEST_LOG = 1_000
const FIRST_RANGE = 10_000n
const LARGEST_RANGE = 100_000n
/** A range that no node answers in time is halved down to this; below it the node is at fault, not the range. */
const SMALLEST_SLOW_RANGE = 16n
/** So many logs in one answer are worth its way, and are read within a frame. */
const FEW_LOGS = 750
const MANY_LOGS = 2_500
/** Requests at a time, once the node has answered one. */
const LANES = 4

export function newCursor(fromBlock: bigint): Cursor {
  return {
    logs: [],
    nextBlock: fromBlock,
    confirmedBlock: fromBlock,
    toldBy: [],
    range: FIRST_RANGE,
    text: 0,
    dropped: 0,
    unreadable: [],
  }
}

/** The first block that is read anew each time: what is before it is final. */
export function settledBlock({ nextBlock }: Pick<Cursor, 'nextBlock'>, fromBlock: bigint, finality: number) {
  return higher(nextBlock - BigInt(finality), fromBlock)
}

/**
 * Reads logs up to the head, several stretches at a time and as many blocks each as the node allows: a refusal halves
 * the stretch (or takes the number the node names), few logs in it double it again below what was refused. The last
 * `finalityBlocks` are read anew each time, so that a reorg or a node that lagged corrects itself. What is final is never
 * cut, and what a node that lags does not know yet stays.
 * Throws what getLogs throws, unless it is about the range, or may be because several were asked for at a time.
 */
export async function scan(cursor: Cursor, wish: ScanWish): Promise<Cursor> {
  const { fromBlock, head, finalityBlocks, canGoBack, getLogs, onProgress, signal } = wish
  const reached = canGoBack ? lower(cursor.nextBlock, head + 1n) : cursor.nextBlock
  const start = settledBlock({ nextBlock: reached }, fromBlock, finalityBlocks)
  const settled = indexOfBlock(cursor.logs, start)
  const again = cursor.logs.slice(settled)
  // Told before, by a node that may have known more: it stays until this one has told as much.
  const former = canGoBack ? again.slice(0, indexOfBlock(again, head + 1n)) : again
  let next = start
  let { range } = cursor
  let refused: bigint | undefined
  let lanes = 1
  let hasFailed = false
  let read: Cursor = {
    ...cursor,
    logs: cursor.logs.slice(0, settled),
    text: cursor.text - textOf(again),
    unreadable: cursor.unreadable.filter((block) => block < start || (!canGoBack && block > head)),
  }
  const isBack = canGoBack && former.length < again.length
  let current: Cursor = {
    ...cursor,
    ...(isBack && { logs: [...read.logs, ...former], text: read.text + textOf(former) }),
    nextBlock: reached,
  }

  while (next <= head) {
    signal.throwIfAborted()
    const stretches = Array.from({ length: lanes }, (_, lane) => next + BigInt(lane) * range)
      .filter((from) => from <= head)
      .map((from) => ({ from, to: lower(from + range - 1n, head) }))
    const answers = await Promise.all(
      stretches.map(async ({ from, to }): Promise<Answer> => {
        try {
          return { to, found: await getLogs(from, to) }
        } catch (error) {
          return { asked: to - from + 1n, error }
        }
      }),
    )
    signal.throwIfAborted()
    const fresh: ChainLog[] = []
    const unreadable = [...read.unreadable]
    let most = 0
    let told = next
    for (const answer of answers) {
      if ('asked' in answer) {
        const { error, asked } = answer
        const reason = reasonOf(error)
        const isSlow = error instanceof ChainUnavailableError && error.causes.includes('slow')
        const isTooSlow = isSlow && asked > SMALLEST_SLOW_RANGE
        if ((isRangeRefusal(reason) || isTooSlow) && asked > 1n) {
          const stated = statedRange(reason, asked)
          refused = stated === undefined ? asked : stated + 1n
          range = lower(stated ?? asked, (asked + 1n) / 2n)
        } else if (lanes > 1) hasFailed = true
        else throw error
        most = MANY_LOGS
        break
      }
      const { found, to } = answer
      told = to + 1n
      most = Math.max(most, found.logs.length)
      for (const block of found.unreadable) unreadable.push(block)
      for (const log of asBefore(found.logs, again)) fresh.push(log)
    }
    // Once for all of them: each time the whole list is copied.
    if (told > next) {
      next = told
      read = withLogs(
        { ...read, unreadable: unreadable.slice(-MOST_UNREADABLE) },
        [...read.logs, ...fresh],
        read.text + textOf(fresh),
      )
      const rest = former.slice(indexOfBlock(former, next))
      const logs = rest.length > 0 ? [...read.logs, ...rest] : read.logs
      current = {
        ...read,
        // Without news the list itself stays the same: nothing is shown or stored again.
        logs: isSameList(logs, cursor.logs) ? cursor.logs : logs,
        nextBlock: higher(next, reached),
        range,
      }
      onProgress(current, percentOf(next - fromBlock, head - fromBlock + 1n))
    }
    lanes = hasFailed ? 1 : LANES
    if (most > MANY_LOGS) range = higher(range / 2n, 1n)
    else if (most < FEW_LOGS && (refused === undefined || range * 2n < refused))
      range = lower(range * 2n, LARGEST_RANGE)
  }
  return { ...current, range }
}

/** Two tellings of the same blocks as one: what either of them knows, oldest first. */
export function union(logs: readonly ChainLog[], others: readonly ChainLog[]): readonly ChainLog[] {
  const [first, last] = [others[0], others.at(-1)]
  if (!first || !last) return logs
  const [from, to] = [indexOfBlock(logs, first.blockNumber), indexOfBlock(logs, last.blockNumber + 1n)]
  const seen = new Set(logs.slice(from, to).map(keyOf))
  const missed = others.filter((log) => !seen.has(keyOf(log)))
  return missed.length === 0 ? logs : [...logs, ...missed].sort(byPlace)
}

/** The first of these logs, oldest first, that is of this block or a later one. */
export function indexOfBlock(logs: readonly ChainLog[], block: bigint): number {
  let [low, high] = [0, logs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const log = logs[middle]
    if (log && log.blockNumber < block) low = middle + 1
    else high = middle
  }
  return low
}

/** How long the texts are that logs carry: hex strings and sentences, not the words that every log has. */
export function textOf(logs: readonly ChainLog[]): number {
  let length = 0
  for (const { args } of logs)
    for (const name in args) {
      const value = args[name]
      if (typeof value === 'string') length += value.length
      else if (typeof value === 'object') length += LONGEST_LOG
    }
  return length
}

/** The same with other logs, without the oldest of too many. */
export function withLogs(cursor: Cursor, logs: readonly ChainLog[], text: number): Cursor {
  let first = Math.max(0, logs.length - MOST_LOGS)
  let left = text - textOf(logs.slice(0, first))
  while (left > MOST_TEXT) left -= textOf(logs.slice(first, ++first))
  return first === 0
    ? { ...cursor, logs, text }
    : { ...cursor, logs: logs.slice(first), text: left, dropped: cursor.dropped + first }
}

function asBefore(found: readonly ChainLog[], before: readonly ChainLog[]): readonly ChainLog[] {
  if (before.length === 0) return found
  const former = new Map(before.map((log) => [keyOf(log), log]))
  return found.map((log) => {
    const same = former.get(keyOf(log))
    return same && isSame(same, log) ? same : log
  })
}

/** Whether two values say the same, however deep. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const others: Readonly<Record<string, unknown>> = { ...b }
  return Object.entries(a).every(([name, value]) => isSame(value, others[name]))
}

function isSameList(a: readonly ChainLog[], b: readonly ChainLog[]): boolean {
  return a.length === b.length && a.every((log, index) => log === b[index])
}

/** Chart and progress bars only: a percentage of blocks is no amount. */
function percentOf(done: bigint, all: bigint): number {
  return parseInt(String((done * 100n) / all), 10)
}

export function lower(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function higher(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
