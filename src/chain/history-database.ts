import { createStore, type Store } from './store'
import { within } from './time-limit'

const DATABASE = 'ballast.history'
/** What was stored in another form is forgotten, and read from the chain again. */
const VERSION = 2
const CHUNKS = 'chunks'
/** A database that takes longer is not waited for, and not asked again until a reload. */
const LIMIT_MS = 2_000

/** Whether this browser keeps what has been read: a database can be forbidden, full, or never open. */
const keeping = createStore(true)
export const isKept: Store<boolean> = keeping

/** What the database answers; undefined where it does not. What it keeps is a convenience: the chain can be read again. */
export async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => Promise<T>,
): Promise<T | undefined> {
  if (!keeping.get()) return undefined
  try {
    return await within(LIMIT_MS, async (signal) => {
      const database = await open()
      try {
        signal.throwIfAborted()
        const transaction = database.transaction(CHUNKS, mode)
        const isDone = mode === 'readonly' ? undefined : committed(transaction)
        const [answer] = await Promise.all([act(transaction.objectStore(CHUNKS)), isDone])
        return answer
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
  const request = indexedDB.open(DATABASE, VERSION)
  request.onupgradeneeded = () => {
    const { result: database } = request
    for (const name of [...database.objectStoreNames]) database.deleteObjectStore(name)
    database.createObjectStore(CHUNKS)
  }
  return answered(request)
}

/** What a request to the database answers. Throws what the database says. */
export function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser refused to open its database.'))
  })
}

/** A full disk is told at the end only. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser did not store this.'))
  })
}
