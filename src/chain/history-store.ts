import type { ChainLog } from './checked-logs'
import { answered, inStore, isKept } from './history-database'
import {
  indexOfBlock,
  MOST_LOGS,
  MOST_UNREADABLE,
  newCursor,
  textOf,
  withLogs,
  type Cursor,
} from './history-scan'
import { nextTask } from './next-task'

/** So many logs are a chunk: read and written within a frame. */
const CHUNK = 1_000
/** A history of so many chunks is none of ours. */
const MOST_CHUNKS = 2 * (MOST_LOGS / CHUNK)
/** So many blocks without a log are not worth a write. */
const UNSTORED_BLOCKS = 100n

/** The logs of these blocks, both included. */
type Chunk = {
  readonly from: bigint
  readonly to: bigint
  readonly count: number
  /** A log has been found that is not stored. */
  readonly isStale: boolean
}
type Piece = Omit<Chunk, 'count'> & { readonly logs: readonly ChainLog[] }

/** What is to be known of a history besides its chunks. */
type About = Pick<Cursor, 'confirmedBlock' | 'toldBy' | 'range' | 'dropped' | 'unreadable' | 'sampled'> & {
  /** The first chunk begins here. */
  readonly since: bigint
  /** So many logs were before `confirmedBlock`. If another tab has stored another number, they are asked for again. */
  readonly confirmedCount: number
}

export type HistoryStore = {
  /** What was stored, up to the first chunk that is missing or can't be believed. Takes 2 s a chunk at most. */
  readonly load: () => Promise<Cursor>
  /** Stores what is new before `settled`; what is later is read again anyway. Takes 2 s a chunk at most. */
  readonly save: (cursor: Cursor, settled: bigint) => Promise<void>
  /** In these blocks something has been found that is not stored: the next `save` writes their chunks again. */
  readonly amend: (blocks: readonly bigint[]) => void
  /** The next `save` forgets what was stored. */
  readonly forget: () => void
}

/**
 * Where one history is kept: in chunks of blocks, each written when it is read, and again only while it is short or if
 * something is missing in it. A chunk says which blocks it holds, so that two tabs can write at once; of chunks that do
 * not follow each other the first ones are believed. Where storage is disabled or full, the history is read again on the
 * next visit.
 * @param restore what of stored logs may be believed; undefined for a chunk that is damaged
 */
export function createHistoryStore(
  key: string,
  fromBlock: bigint,
  restore: (logs: unknown, from: bigint, to: bigint) => readonly ChainLog[] | undefined,
): HistoryStore {
  let chunks: readonly Chunk[] = []
  let since = fromBlock
  /** Logs of the oldest chunks, which are given up when there are too many. */
  let dropped = 0
  let confirmed = fromBlock
  /** What is stored later than the last chunk is not to be believed. */
  let isCut = false
  let wanted: { readonly cursor: Cursor; readonly settled: bigint } | undefined
  let writing: Promise<void> | undefined

  function piecesOf(logs: readonly ChainLog[], from: bigint, to: bigint): readonly Piece[] {
    const pieces: Piece[] = []
    const end = indexOfBlock(logs, to + 1n)
    let start = from
    let first = indexOfBlock(logs, from)
    while (end - first > CHUNK) {
      const next = indexOfBlock(logs, (logs[first + CHUNK - 1]?.blockNumber ?? to) + 1n)
      const last = logs[next]?.blockNumber
      if (next >= end || last === undefined) break
      pieces.push({ from: start, to: last - 1n, logs: logs.slice(first, next), isStale: true })
      start = last
      first = next
    }
    return [...pieces, { from: start, to, logs: logs.slice(first, end), isStale: true }]
  }

  async function write({ cursor, settled }: NonNullable<typeof wanted>): Promise<void> {
    const { logs, confirmedBlock } = cursor
    const stored = chunks.filter(({ to }) => to < settled)
    // A local chain has taken something back.
    if (stored.length < chunks.length) isCut = true
    const last = stored.at(-1)
    const open = last && last.count < CHUNK ? last : undefined
    const from = open?.from ?? (last ? last.to + 1n : since)
    const news = indexOfBlock(logs, settled) - indexOfBlock(logs, from) - (open?.count ?? 0)
    const isOld = last !== undefined && settled - last.to <= UNSTORED_BLOCKS && confirmedBlock === confirmed
    if (from >= settled || (isOld && news === 0 && !isCut && !stored.some(({ isStale }) => isStale))) return
    confirmed = confirmedBlock
    const parts: readonly (Chunk | Piece)[] = [
      ...stored
        .filter((chunk) => chunk !== open)
        .flatMap((chunk): readonly (Chunk | Piece)[] =>
          chunk.isStale ? piecesOf(logs, chunk.from, chunk.to) : [chunk],
        ),
      ...piecesOf(logs, from, settled - 1n),
    ]
    chunks = parts.map((part) => {
      const count = 'logs' in part ? part.logs.length : part.count
      return { from: part.from, to: part.to, count, isStale: false }
    })
    const given = chunksToDrop()
    const stale = isCut ? [IDBKeyRange.bound(chunkKey(key, from), `${key}#~`)] : []
    isCut = false
    if (given.length > 0 || stale.length > 0)
      await inStore('readwrite', async (store) => {
        await Promise.all([...given, ...stale].map((one) => answered(store.delete(one))))
      })
    for (const part of parts) {
      if (!('logs' in part)) continue
      await inStore('readwrite', async (store) => {
        const [first, end] = [chunkKey(key, part.from), chunkKey(key, part.to)]
        // Where another tab has cut elsewhere.
        if (first < end) store.delete(IDBKeyRange.bound(first, end, true))
        await answered(store.put({ from: part.from, to: part.to, logs: part.logs }, first))
      })
      await nextTask()
    }
    // Last: it counts what the chunks hold.
    await inStore('readwrite', (store) => answered(store.put(aboutOf(cursor, settled), key)))
  }

  /** The keys of the oldest chunks that are too many. */
  function chunksToDrop(): readonly string[] {
    let total = chunks.reduce((sum, { count }) => sum + count, 0)
    const given: string[] = []
    for (let first = chunks[0]; first && total - first.count >= MOST_LOGS; first = chunks[0]) {
      given.push(chunkKey(key, first.from))
      total -= first.count
      dropped += first.count
      since = first.to + 1n
      chunks = chunks.slice(1)
    }
    return given
  }

  function aboutOf(cursor: Cursor, settled: bigint): About {
    const { toldBy, range, unreadable, logs, sampled } = cursor
    const confirmedBlock = cursor.confirmedBlock < settled ? cursor.confirmedBlock : settled
    const confirmedCount = cursor.dropped + indexOfBlock(logs, confirmedBlock)
    return { since, dropped, confirmedBlock, confirmedCount, toldBy, range, unreadable, sampled }
  }

  return {
    async load() {
      const found = await inStore('readonly', async (store) => {
        const about = answered<unknown>(store.get(key))
        return [await about, await answered(store.getAllKeys(allChunks(key)))] as const
      })
      const about = found?.[0]
      if (!found || !isAbout(about) || about.since < fromBlock || found[1].length > MOST_CHUNKS)
        return newCursor(fromBlock)
      const logs: ChainLog[] = []
      const loaded: Chunk[] = []
      let next = about.since
      for (const place of found[1]) {
        const stored = await inStore('readonly', (store) => answered<unknown>(store.get(place)))
        const { from, to, logs: list } = (stored ?? {}) as { readonly [Field in keyof Piece]?: unknown }
        if (typeof from !== 'bigint' || typeof to !== 'bigint' || from > next || to < from) break
        const all = place === chunkKey(key, from) ? restore(list, from, to) : undefined
        if (!all) break
        if (to < next) continue
        // Two tabs may have cut at different blocks.
        const rest = all.slice(indexOfBlock(all, next))
        for (const log of rest) logs.push(log)
        loaded.push({ from: next, to, count: rest.length, isStale: false })
        next = to + 1n
        await nextTask()
      }
      chunks = loaded
      since = about.since
      dropped = about.dropped
      const isWhole = dropped + indexOfBlock(logs, about.confirmedBlock) === about.confirmedCount
      confirmed = isWhole && about.confirmedBlock <= next ? about.confirmedBlock : fromBlock
      const { toldBy, range, unreadable, sampled } = about
      const cursor = { ...newCursor(fromBlock), nextBlock: next, toldBy, range, unreadable, dropped, sampled }
      return withLogs({ ...cursor, confirmedBlock: confirmed }, logs, textOf(logs))
    },
    save(cursor, settled) {
      if (!isKept.get()) return Promise.resolve()
      wanted = { cursor, settled }
      const writeAll = async () => {
        for (let next = wanted; next; next = wanted) {
          wanted = undefined
          await write(next)
        }
      }
      writing ??= writeAll().finally(() => (writing = undefined))
      return writing
    },
    amend(blocks) {
      const isIn = ({ from, to }: Chunk) => blocks.some((block) => block >= from && block <= to)
      chunks = chunks.map((chunk) => (isIn(chunk) ? { ...chunk, isStale: true } : chunk))
    },
    forget() {
      chunks = []
      since = fromBlock
      dropped = 0
      isCut = true
    },
  }
}

function isAbout(value: unknown): value is About {
  if (typeof value !== 'object' || value === null) return false
  const about = value as { readonly [Field in keyof About]: unknown }
  const { since, confirmedBlock, range, dropped, confirmedCount, toldBy, unreadable, sampled } = about
  const isBlock = (one: unknown) => typeof one === 'bigint' && one >= 0n
  return (
    [since, confirmedBlock, range].every(isBlock) &&
    // Of 0 blocks a request would never end.
    range !== 0n &&
    [dropped, confirmedCount].every((count) => Number.isSafeInteger(count)) &&
    isListOf(toldBy, 20, (host) => typeof host === 'string') &&
    isListOf(unreadable, MOST_UNREADABLE, isBlock) &&
    (sampled === undefined || isSampled(sampled))
  )
}

function isSampled(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { server, node } = value as { readonly [Field in keyof NonNullable<Cursor['sampled']>]: unknown }
  return typeof server === 'string' && typeof node === 'string'
}

function isListOf(value: unknown, most: number, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length <= most && value.every(isOne)
}

const chunkKey = (key: string, from: bigint) => `${key}#${from.toString(16).padStart(16, '0')}`
const allChunks = (key: string) => IDBKeyRange.bound(`${key}#`, `${key}#~`)
