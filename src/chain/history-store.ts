import type { Hex } from 'viem'
import * as z from 'zod/mini'

import { logFields, timeOf } from './checked-logs'
import type { Cursor } from './history-scan'

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

/** The cursor stored under a key; undefined if there is none, or none that can be read. */
export async function loadCursor(key: string): Promise<Cursor | undefined> {
  try {
    const result = storedCursor.safeParse(await inStore('readonly', (store) => store.get(key)))
    return result.success ? result.data : undefined
  } catch {
    return undefined
  }
}

/** Stores a cursor. Where storage is disabled or full the history is read again next time. */
export async function saveCursor(key: string, cursor: Cursor): Promise<void> {
  const { nextBlock, range, isCapped, logs } = cursor
  try {
    const stored = { nextBlock: `${nextBlock}`, range: `${range}`, isCapped, logs }
    await inStore('readwrite', (store) => store.put(stored, key))
  } catch {
    // A cursor is a convenience: without one the same logs are read from the chain again.
  }
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  try {
    return await settled(act(database.transaction(CURSORS, mode).objectStore(CURSORS)))
  } finally {
    database.close()
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
