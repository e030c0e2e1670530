import type { Hex } from 'viem'

import { safeStorage } from './safe-storage'

const listeners = new Set<(chainId: number) => void>()
const key = (chainId: number) => `ballast.genesis.${chainId}`

/**
 * Calls back when a local chain was restarted: it has the same chain id and another past. Everything
 * remembered about that chain (journal, caches, cursors) is about a chain that is gone.
 */
export function onNewGenesis(callback: (chainId: number) => void): () => void {
  listeners.add(callback)
  return () => listeners.delete(callback)
}

/** The first block's hash as last seen, or undefined if this chain was never asked. */
export function rememberedGenesis(chainId: number): string | undefined {
  return safeStorage.getItem(key(chainId)) ?? undefined
}

/** Remembers the first block's hash; says whether it replaced another one, and tells the listeners. */
export function noteGenesis(chainId: number, hash: Hex): boolean {
  const before = rememberedGenesis(chainId)
  if (before === hash) return false
  safeStorage.setItem(key(chainId), hash)
  if (before === undefined) return false
  for (const listener of [...listeners]) listener(chainId)
  return true
}
