import { vi } from 'vitest'

type Range = { readonly from: string; readonly to: string; readonly isToOpen: boolean }
const isIn = (key: string, { from, to, isToOpen }: Range) => key >= from && (isToOpen ? key < to : key <= to)

/** As much of IndexedDB as the histories use, in memory. It outlives a page: the records are handed in. */
export function useFakeDatabase(records: Map<string, unknown>) {
  const seen = { puts: 0, logs: 0 }
  const answer = (result: unknown) => {
    const request: { result: unknown; onsuccess?: () => void } = { result }
    queueMicrotask(() => request.onsuccess?.())
    return request
  }
  const inRange = (range: Range) => [...records.keys()].filter((key) => isIn(key, range)).sort()
  const store = {
    get: (key: string) => answer(structuredClone(records.get(key))),
    getAll: (range: Range) => answer(inRange(range).map((key) => structuredClone(records.get(key)))),
    put(value: unknown, key: string) {
      seen.puts += 1
      if (Array.isArray(value)) seen.logs += value.length
      records.set(key, structuredClone(value))
      return answer(key)
    },
    delete(range: Range) {
      for (const key of inRange(range)) records.delete(key)
      return answer(undefined)
    },
  }
  const database = { transaction: () => ({ objectStore: () => store }), close: () => undefined }
  vi.stubGlobal('indexedDB', { open: () => answer(database) })
  vi.stubGlobal('IDBKeyRange', {
    bound(...[from, to, , isToOpen = false]: [string, string, boolean?, boolean?]) {
      // As browsers do: a range of nothing is a mistake.
      if (from > to || (from === to && isToOpen)) throw new Error('The range is empty.')
      return { from, to, isToOpen }
    },
  })
  return seen
}
