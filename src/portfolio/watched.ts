import type { Address } from 'viem'
import { useSearch } from 'wouter'

import { readAddress } from '../tx/plan/recipient'
import { plural, t } from '../words/t'

/** So many are looked at together: each is read with every block. */
export const MOST_WATCHED = 5
/** More is no list of addresses, and only told to be too long. */
const MOST_CHARACTERS = 401

/** Accounts that a link names, as they are written there. */
export type Watched = {
  readonly text: string
  readonly read:
    | { readonly isOk: true; readonly addresses: readonly Address[] }
    | { readonly isOk: false; readonly problem: string }
}

/**
 * The accounts that the page's address names, to look at: "#/?watch=0x…,0x…", each once; undefined where it names none.
 * They are only ever looked at: no plan, no recipient and no spender comes from here. trust.md X7
 */
export function watchedIn(search: string): Watched | undefined {
  const text = (new URLSearchParams(search).get('watch') ?? '').slice(0, MOST_CHARACTERS)
  return text === '' ? undefined : { text, read: readAll(text.split(',')) }
}

function readAll(texts: readonly string[]): Watched['read'] {
  const addresses: Address[] = []
  for (const text of texts) {
    const read = readAddress(text)
    if (!read.isOk) return read
    if (!addresses.includes(read.address)) addresses.push(read.address)
  }
  return addresses.length > MOST_WATCHED
    ? {
        isOk: false,
        problem: t`Up to ${plural(MOST_WATCHED, '{n} address', '{n} addresses')} are shown together; it names more.`,
      }
    : { isOk: true, addresses }
}

/** Where accounts are looked at; without any, the page they are named on. What a person calls them is never in it. */
export const watchPath = (accounts: readonly Address[]): string =>
  accounts.length === 0 ? '/' : `/?watch=${accounts.join(',')}`

export const useWatched = (): Watched | undefined => watchedIn(useSearch())
