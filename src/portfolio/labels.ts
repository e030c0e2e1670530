import { useSyncExternalStore } from 'react'

import { plainText } from '../chain/plain-text'
import { safeStorage } from '../chain/safe-storage'
import { createStore } from '../chain/store'

/** What a person calls addresses, by the address in lower case. Kept in this browser only. */
export type Labels = Readonly<Record<string, string>>

const KEY = 'ballast.labels'
export const LONGEST_LABEL = 30

const store = createStore(readLabels(safeStorage.getItem(KEY)))

/** What was stored, checked: anything may stand there. */
export function readLabels(text: string | null): Labels {
  try {
    const stored: unknown = JSON.parse(text ?? '{}')
    const entries = Object.entries(stored as Record<string, unknown>).flatMap(([address, label]) =>
      typeof label === 'string' && /^0x[\da-f]{40}$/.test(address)
        ? [[address, plainText(label, LONGEST_LABEL)] as const]
        : [],
    )
    return Object.fromEntries(entries)
  } catch {
    return {}
  }
}

/** Calls an address something; by nothing it is forgotten. */
export function setLabel(address: string, text: string): void {
  const named = Object.entries({ ...store.get(), [address.toLowerCase()]: plainText(text, LONGEST_LABEL) })
  const labels = Object.fromEntries(named.filter(([, label]) => label !== ''))
  safeStorage.setItem(KEY, JSON.stringify(labels))
  store.set(labels)
}

/** "Savings", or "0x7099…79C8" where the address has no name. */
export function nameOf(address: string, labels: Labels): string {
  return labels[address.toLowerCase()] ?? `${address.slice(0, 6)}…${address.slice(-4)}`
}

export const useLabels = (): Labels => useSyncExternalStore(store.subscribe, store.get)
