import type { Address } from 'viem'
import { useSearch } from 'wouter'

import { readAddress } from '../tx/plan/recipient'

/** Read together at most. */
const MOST = 20

/**
 * The accounts that the page's address names, to look at: "#/?watch=0x…,0x…". What is no address is left out. They are
 * only ever looked at: no plan, no recipient and no spender comes from here. trust.md X7
 */
export function watchedIn(search: string): readonly Address[] {
  const named = (new URLSearchParams(search).get('watch') ?? '').split(',', MOST)
  const read = named.map(readAddress).flatMap((one) => (one.isOk ? [one.address] : []))
  return [...new Set(read)]
}

/** Where an account is looked at. */
export const watchPath = (account: Address): string => `/?watch=${account}`

export const useWatched = (): readonly Address[] => watchedIn(useSearch())
