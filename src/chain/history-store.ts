import type { Hex } from 'viem'
import * as z from 'zod/mini'

import { logFields, timeOf } from './checked-logs'
import type { Cursor } from './history-scan'
import { createStore, type Store } from './store'
import { within } from './time-limit'

const quantity = z.pipe(
  z.string().check(z.regex(/^\d+$/)),
  z.transform((digits) => BigInt(digits)),
)
const storedCursor = z.object({
  nextBlock: quantity,
  // Of 0 blocks a request would never end.
  range: quantity.check(z.refine((range) => range > 0n)),
  isCapped: z.boolean(),
  logs: z.array(
    z.object({
      ...logFields,
      blockTimestamp: z.optional(z.custom<Hex>((value) => timeOf(value) !== undefined)),
    }),
  ),
})

const DATABASE = 'ballast.history'
const CURSORS = 'cursors'
/** A database that takes longer is not waited for, and not asked again until a reload. */
const LIMIT_MS = 2_000

/** Whether this browser keeps what has been read: a database can be forbidden, full, or never open. */
const keeping = createStore(true)
export const isKept: Store<boolean> = keeping

/** The cursor stored under a key; undefined if there is none, or none that can be read. Takes 2 s at most. */
export async function loadCursor(key: string): Promise<Cursor | undefined> {
  const stored = await inStore('readonly', (store) => store.get(key) as IDBRequest<unknown>)
  const result = storedCursor.safeParse(stored)
  return result.success ? result.data : undefined
}

/** Stores a cursor. Where storage is disabled or full the history is read again next time. Takes 2 s at most. */
export async function saveCursor(key: string, cursor: Cursor): Promise<void> {
  const { nextBlock, range, isCapped, logs } = cursor
  const stored = { nextBlock: `${nextBlock}`, range: `${range}`, isCapped, logs }
  await inStore('readwrite', (store) => store.put(stored, key))
}

/** What the database answers; undefined where it does not. A cursor is a convenience: the chain can be read again. */
async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  if (!keeping.get()) return undefined
  try {
    return await within(LIMIT_MS, async (signal) => {
      const database = await open()
      try {
        signal.throwIfAborted()
        return await settled(act(database.transaction(CURSORS, mode).objectStore(CURSORS)))
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
  return settled(request)
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser refused to open its database.'))
  })
}
