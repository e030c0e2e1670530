import { toAssetsDown } from '../math/musdt'
import { isUnlockRefused, pnlAfterUnlockUp, priceAtPnl } from '../math/musdt-unlock'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import type { Lock, VaultState } from './snapshot'

export function unlocksAt({ deposit }: Lock): bigint {
  return deposit.atTimestamp + deposit.lockDuration
}

/**
 * Those that can be unlocked at `now` stand first, the most valuable before the others; then those to come, in the same
 * order. By time alone, dust that somebody gave away could stand before everything. trust.md D24
 */
export function byValue(locks: readonly Lock[], now: bigint | undefined): readonly Lock[] {
  const isDue = (lock: Lock) => (now !== undefined && unlocksAt(lock) <= now ? 0n : 1n)
  return [...locks].sort((a, b) => {
    const difference = isDue(a) - isDue(b) || b.deposit.shares - a.deposit.shares || a.id - b.id
    return difference < 0n ? -1 : 1
  })
}

/** The earlier the unlock, the earlier in the list. */
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
 * What unlocking a discount takes from every share, the price after it (both 1e18 = 1), and whether it is refused: a
 * GToken also tests the PnL of the moment, which its price follows only with the next epoch. rules.md M6
 */
export function afterUnlock(
  { kind, supply, pnlPerToken, pnlPerTokenNow, maxPnlPerToken }: VaultState,
  discount: bigint,
): { readonly loss: bigint; readonly price: bigint; readonly isRefused: boolean } {
  const after = pnlAfterUnlockUp(pnlPerToken, discount, supply)
  return {
    loss: after - pnlPerToken,
    price: priceAtPnl(maxPnlPerToken, after),
    isRefused: [pnlPerToken, pnlPerTokenNow].some((pnl) =>
      isUnlockRefused(maxPnlPerToken, pnlAfterUnlockUp(pnl, discount, supply), kind === 'gToken'),
    ),
  }
}
