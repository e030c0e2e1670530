import { inTime } from './chunk'

/** Names under which this app, wagmi and RainbowKit keep things in the browser. */
const prefixes = ['ballast', 'wagmi', 'rk-'] as const
const LIMIT_MS = 2_000
const isOurs = (name: string) => prefixes.some((prefix) => name.startsWith(prefix))

/**
 * Empties what the app keeps in this browser and starts it anew. Touches nothing on chain: transactions that were
 * sent go on.
 */
export async function resetAppData(): Promise<void> {
  for (const open of [() => localStorage, () => sessionStorage]) {
    try {
      const storage = open()
      Object.keys(storage)
        .filter(isOurs)
        .forEach((key) => storage.removeItem(key))
    } catch {
      // Closed storage holds nothing to empty.
    }
  }
  try {
    const databases = await inTime(indexedDB.databases(), LIMIT_MS)
    for (const { name } of databases) if (name !== undefined && isOurs(name)) indexedDB.deleteDatabase(name)
  } catch {
    // The same; and one that never opens gives nothing to read either.
  }
  location.reload()
}
