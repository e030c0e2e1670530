import type { Address } from 'viem'

import { safeStorage } from '../chain/safe-storage'
import { createStore } from '../chain/store'
import { readAddress } from '../tx/plan/recipient'

const KEY = 'ballast.alerts.accounts'
/** Each is looked at once a minute. */
export const MOST_ACCOUNTS = 5

const accounts = createStore(readAccounts(safeStorage.getItem(KEY)))

/** What was stored, checked: anything may stand there. They are only ever looked at. trust.md X8 */
export function readAccounts(text: string | null): readonly Address[] {
  const found = (text ?? '').slice(0, 1_000).split(',').slice(0, MOST_ACCOUNTS)
  const read = found.map(readAddress).flatMap((one) => (one.isOk ? [one.address] : []))
  return [...new Set(read)]
}

/** Accounts that alerts watch besides the connected one. */
export const alertAccounts = {
  ...accounts,
  set(next: readonly Address[]): void {
    if (next.length > 0) safeStorage.setItem(KEY, next.join())
    else safeStorage.removeItem(KEY)
    accounts.set(next)
  },
}
