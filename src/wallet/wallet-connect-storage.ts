import { safeStorage } from '../chain/safe-storage'

const KEY = 'ballast.walletConnect'
const LONGEST_TEXT = 1_000_000

/**
 * What WalletConnect's client notes down: keys, topics, the session. In memory until a wallet is connected, so that a code
 * that nobody scanned leaves nothing behind; from `keep` to `forget` also in the browser, for the next visit.
 */
export function createSessionStorage() {
  const values = storedValues()
  let isKept = values.size > 0
  const write = () => safeStorage.setItem(KEY, JSON.stringify([...values]))
  // Gone, it was taken away by another tab that left the wallet.
  const writeIfKept = () => {
    if (isKept && safeStorage.getItem(KEY) !== null) write()
    return Promise.resolve()
  }
  return {
    keep() {
      isKept = true
      write()
    },
    forget() {
      isKept = false
      safeStorage.removeItem(KEY)
    },
    getKeys: () => Promise.resolve([...values.keys()]),
    getEntries: <T>() => Promise.resolve([...values] as [string, T][]),
    getItem: <T>(key: string) => Promise.resolve(values.get(key) as T | undefined),
    setItem(key: string, value: unknown) {
      values.set(key, value)
      return writeIfKept()
    },
    removeItem(key: string) {
      values.delete(key)
      return writeIfKept()
    },
  }
}

/** Anything that is no list of names with values counts as nothing. */
function storedValues(): Map<string, unknown> {
  try {
    const text = safeStorage.getItem(KEY)
    if (text === null || text.length > LONGEST_TEXT) return new Map()
    const entries: unknown = JSON.parse(text)
    const isList = Array.isArray(entries) && entries.every((one) => Array.isArray(one) && one.length === 2)
    return new Map(isList ? (entries as [string, unknown][]) : [])
  } catch {
    return new Map()
  }
}
