import type { Address } from 'viem'
import { useSearch } from 'wouter'

import { readAddress, type TypedAddress } from '../tx/plan/recipient'

/** More is no address, and only told to be too long. */
const MOST_CHARACTERS = 201

/** An account that a link names, as it is written there. */
export type Watched = { readonly text: string; readonly read: TypedAddress }

/**
 * The account that the page's address names, to look at: "#/?watch=0x…"; undefined where it names none. It is only ever
 * looked at: no plan, no recipient and no spender comes from here. trust.md X7
 */
export function watchedIn(search: string): Watched | undefined {
  const text = (new URLSearchParams(search).get('watch') ?? '').slice(0, MOST_CHARACTERS)
  return text === '' ? undefined : { text, read: readAddress(text) }
}

/** Where an account is looked at. */
export const watchPath = (account: Address): string => `/?watch=${account}`

export const useWatched = (): Watched | undefined => watchedIn(useSearch())
