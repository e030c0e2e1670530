import type { Hex } from 'viem'
import * as v from 'valibot'

import { logFields, timeOf } from './checked-logs'
import { countBefore, type Cursor, type RawLog } from './history-scan'
import { createStore, type Store } from './store'
import { within } from './time-limit'

const quantity = v.pipe(
  v.string(),
  v.regex(/^\d{1,30}$/),
  v.transform((digits) => BigInt(digits)),
)
const count = v.pipe(v.custom<number>(Number.isSafeInteger), v.minValue(0))
const storedCursor = v.object({
  nextBlock: quantity,
  confirmedBlock: quantity,
  toldBy: v.pipe(v.array(v.string()), v.maxLength(20)),
  // Of 0 blocks a request would never end.
  range: v.pipe(
    quantity,
    v.check((range) => range > 0n),
  ),
  dropped: count,
  /** How many logs the pages hold, those that were dropped meanwhile included. */
  end: count,
  unreadable: v.pipe(v.array(quantity), v.maxLength(1_000)),
})
const storedPages = v.array(
  v.array(
    v.object({
      ...logFields,
      blockTimestamp: v.optional(v.custom<Hex>((value) => timeOf(value) !== undefined)),
    }),
  ),
)

const DATABASE = 'ballast.history'
const CURSORS = 'cursors'
/** A database that takes longer is not waited for, and not asked again until a reload. */
const LIMIT_MS = 2_000
/** Logs are stored in pages, and only pages with something new are written again. */
const PAGE = 500
/** So many blocks without a log are not worth a write. */
const UNSTORED_BLOCKS = 100n

/** Whether this browser keeps what has been read: a database can be forbidden, full, or never open. */
const keeping = createStore(true)
export const isKept: Store<boolean> = keeping

export type CursorStore = {
  /** What was stored; undefined if there is nothing, or nothing that can be read. Takes 2 s at most. */
  readonly load: () => Promise<Cursor | undefined>
  /** Stores what is new before `settled`; what is later is read again anyway. Takes 2 s at most. */
  readonly save: (cursor: Cursor, settled: bigint) => Promise<void>
}

/** Where one history is kept. Where storage is disabled or full the history is read again next time. */
export function createCursorStore(key: string): CursorStore {
  let saved: { end: number; last: RawLog | undefined; settled: bigint; confirmed: bigint } | undefined

  return {
    async load() {
      const stored = await inStore('readonly', async (store) => {
        const about: unknown = await settledRequest(store.get(key))
        return [about, await settledRequest(store.getAll(allPages(key)) as IDBRequest<unknown>)] as const
      })
      const about = v.safeParse(storedCursor, stored?.[0])
      const pages = v.safeParse(storedPages, stored?.[1])
      if (!about.success || !pages.success) return undefined
      const { end, ...cursor } = about.output
      const all = pages.output.flat()
      const first = all.length - (end - cursor.dropped)
      if (first < 0 || end < cursor.dropped) return undefined
      const logs = all.slice(first)
      saved = { end, last: logs.at(-1), settled: cursor.nextBlock, confirmed: cursor.confirmedBlock }
      return { ...cursor, logs }
    },
    async save(cursor, settled) {
      if (!keeping.get()) return
      const { dropped, logs, confirmedBlock } = cursor
      const end = dropped + countBefore(logs, settled)
      const isMore = saved && (saved.end <= dropped || logs[saved.end - 1 - dropped] === saved.last)
      if (
        saved &&
        isMore &&
        end === saved.end &&
        confirmedBlock === saved.confirmed &&
        settled >= saved.settled &&
        settled - saved.settled < UNSTORED_BLOCKS
      )
        return
      const firstPage = Math.floor(dropped / PAGE)
      const fromPage = saved && isMore ? Math.max(firstPage, Math.floor(saved.end / PAGE)) : firstPage
      saved = { end, last: logs[end - 1 - dropped], settled, confirmed: confirmedBlock }
      await inStore('readwrite', async (store) => {
        if (!isMore) store.delete(allPages(key))
        // From a page to itself would be no range: a browser throws.
        else if (firstPage > 0)
          store.delete(IDBKeyRange.bound(pageKey(key, 0), pageKey(key, firstPage), false, true))
        for (let page = fromPage; page * PAGE < end; page += 1) {
          const from = Math.max(0, page * PAGE - dropped)
          store.put(logs.slice(from, Math.min(end, (page + 1) * PAGE) - dropped), pageKey(key, page))
        }
        await settledRequest(store.put(toStored(cursor, settled, end), key))
      })
    },
  }
}

function toStored(cursor: Cursor, settled: bigint, end: number) {
  const { confirmedBlock, toldBy, range, dropped, unreadable } = cursor
  return {
    nextBlock: `${settled}`,
    confirmedBlock: `${confirmedBlock < settled ? confirmedBlock : settled}`,
    toldBy,
    range: `${range}`,
    dropped,
    end,
    unreadable: unreadable.map(String),
  }
}

const pageKey = (key: string, page: number) => `${key}#${String(page).padStart(8, '0')}`
const allPages = (key: string) => IDBKeyRange.bound(`${key}#`, `${key}#~`)

/** What the database answers; undefined where it does not. A cursor is a convenience: the chain can be read again. */
async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => Promise<T>,
): Promise<T | undefined> {
  if (!keeping.get()) return undefined
  try {
    return await within(LIMIT_MS, async (signal) => {
      const database = await open()
      try {
        signal.throwIfAborted()
        return await act(database.transaction(CURSORS, mode).objectStore(CURSORS))
      } finally {
        database.close()
      }
    })
  } catch {
    keeping.set(false)
    return undefined
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.onupgradeneeded = () => request.result.createObjectStore(CURSORS)
  return settledRequest(request)
}

function settledRequest<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser refused to open its database.'))
  })
}
