import { lossPerTokenUp, toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { saturatingSubtract } from '../math/uint256'
import type { Lock, VaultState } from './snapshot'

export function unlocksAt({ deposit }: Lock): bigint {
  return deposit.atTimestamp + deposit.lockDuration
}

/** Those that can be unlocked stand first: the earlier the unlock, the earlier in the list. */
export function byUnlockTime(locks: readonly Lock[]): readonly Lock[] {
  return [...locks].sort((a, b) => {
    const difference = unlocksAt(a) - unlocksAt(b) || a.id - b.id
    return difference < 0n ? -1 : 1
  })
}

/** Sums of what is shown; `nextUnlock` is the first one that is still to come, at `now` (unix seconds). */
export function lockTotals(locks: readonly Lock[], price: Reading<bigint>, now: bigint | undefined) {
  const known = knownValue(price)
  return {
    value: known && locks.reduce((sum, { deposit }) => sum + toAssetsDown(deposit.shares, known), 0n),
    discount: locks.reduce((sum, { deposit }) => sum + deposit.assetsDiscount, 0n),
    unlockable: now === undefined ? undefined : locks.filter((lock) => unlocksAt(lock) <= now).length,
    nextUnlock:
      now === undefined
        ? undefined
        : byUnlockTime(locks)
            .map(unlocksAt)
            .find((at) => at > now),
  }
}

/**
 * What unlocking a discount takes from every share, and the price after it: a buffer above 100% pays first, so that the
 * price may stay. Both 1e18 = 1. `isRefused`: ours never lets the price become 0, a GToken lets it, but no less. rules.md M6
 */
export function afterUnlock(
  { kind, supply, pnlPerToken, maxPnlPerToken }: VaultState,
  discount: bigint,
): { readonly loss: bigint; readonly price: bigint; readonly isRefused: boolean } {
  const loss = lossPerTokenUp(discount, supply)
  const won = pnlPerToken + loss
  return {
    loss,
    price: saturatingSubtract(maxPnlPerToken, won > 0n ? won : 0n),
    isRefused: kind === 'ours' ? won >= maxPnlPerToken : won > maxPnlPerToken,
  }
}
