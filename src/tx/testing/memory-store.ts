import type { Store } from '../follow/journal'

/** Storage that lasts as long as it is held: a reload is a new engine on the same one. */
export function memoryStore(): Store & { readonly values: Map<string, string> } {
  const values = new Map<string, string>()
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  }
}
