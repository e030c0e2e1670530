import { vi } from 'vitest'

type Range = { readonly from: string; readonly to: string; readonly isFromOpen: boolean }
const isIn = (key: string, { from, to, isFromOpen }: Range) =>
  (isFromOpen ? key > from : key >= from) && key <= to

/** As much of IndexedDB as the histories use, in memory. It outlives a page: the records are handed in. */
export function useFakeDatabase(records: Map<string, unknown>) {
  let operations = 0
  const seen = {
    puts: [] as string[],
    /** Waits until nobody reads or writes any more. */
    async rest() {
      let before = -1
      for (let calm = 0; calm < 5; calm = before === operations ? calm + 1 : 0) {
        before = operations
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    },
  }
  const answer = (result: unknown) => {
    operations += 1
    const request: { result: unknown; onsuccess?: () => void } = { result }
    queueMicrotask(() => request.onsuccess?.())
    return request
  }
  const store = {
    get: (key: string) => answer(structuredClone(records.get(key))),
    getAllKeys: (range: Range) => answer([...records.keys()].filter((key) => isIn(key, range)).sort()),
    put(value: unknown, key: string) {
      seen.puts.push(key)
      records.set(key, structuredClone(value))
      return answer(key)
    },
    delete(range: Range | string) {
      if (typeof range === 'string') records.delete(range)
      else for (const key of [...records.keys()].filter((one) => isIn(one, range))) records.delete(key)
      return answer(undefined)
    },
  }
  const begin = () => {
    const transaction: { objectStore: () => typeof store; oncomplete?: () => void } = {
      objectStore: () => store,
    }
    setTimeout(() => transaction.oncomplete?.())
    return transaction
  }
  vi.stubGlobal('indexedDB', { open: () => answer({ transaction: begin, close: () => undefined }) })
  vi.stubGlobal('IDBKeyRange', {
    bound(...[from, to, isFromOpen = false]: [string, string, boolean?]) {
      // As browsers do: a range of nothing is a mistake.
      if (from > to || (from === to && isFromOpen)) throw new Error('The range is empty.')
      return { from, to, isFromOpen }
    },
  })
  return seen
}
