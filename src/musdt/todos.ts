import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { requestsOf, statusText } from './exit-view'
import type { Request } from './exit-view'
import { unlocksAt } from './lock-view'
import type { Lock, Vault, VaultState } from './snapshot'
import { amountText } from '../math/amount'
import type { Todo } from '../system/overview'
import { par, worthDown } from '../system/worth'
import { plural, t } from '../words/t'

/**
 * What the account can do in the vault at `now` (unix seconds). Unknown parts of the snapshot never make a todo.
 * rules.md M5, M8
 */
export function vaultTodos(
  { identity, state, holder, readings }: Vault,
  /** Undefined while they are not known. */
  locks: readonly Lock[] | undefined,
  now: bigint,
): readonly Todo[] {
  const { asset, share } = identity
  const known = knownValue(state)
  const mine = knownValue(holder)
  const price = knownValue(readings.price)
  /** Of Tether only: what a live GToken takes may be anything. */
  const worth = (shares: bigint) => {
    const isPriced = price !== undefined && identity.isTether
    return isPriced && { usdWad: worthDown(toAssetsDown(shares, price), asset.decimals, par(asset.symbol)) }
  }
  const redeemTodo = (request: Request, vault: VaultState): Todo => ({
    key: `redeem ${request.epoch.number}`,
    what: t`Redeem ${amountText(request.shares, share)}`,
    why: statusText(request, vault, now),
    href: '/musdt/withdraw?part=redeem',
    action: t`Redeem`,
    ...worth(request.shares),
    voidAt: request.epoch.redeemUntil,
  })
  const open = known && mine ? requestsOf(known, mine, now).filter(({ status }) => status === 'open') : []
  const due = (locks ?? []).filter((lock) => unlocksAt(lock) <= now)
  const shares = due.reduce((sum, { deposit }) => sum + deposit.shares, 0n)
  const [first] = due
  const held = mine?.lockCount ?? 0n
  return [
    ...(known ? open.map((request) => redeemTodo(request, known)) : []),
    ...(first === undefined
      ? []
      : [
          {
            key: 'unlock',
            what:
              due.length === 1
                ? t`Unlock mNFT ${first.id}`
                : plural(due.length, 'Unlock {n} mNFT', 'Unlock {n} mNFTs'),
            why:
              price === undefined
                ? amountText(shares, share)
                : t`${amountText(shares, share)}, worth ${amountText(toAssetsDown(shares, price), asset)}`,
            href: due.length === 1 ? `/musdt/locks?lock=${first.id}` : '/musdt/locks',
            action: t`Unlock`,
            ...worth(shares),
          },
        ]),
    // Before everything has been looked at, nobody is told that nothing waits.
    ...(locks && held > BigInt(locks.length)
      ? [
          {
            key: 'more locks',
            what: plural(held, 'Look through {n} mNFT', 'Look through {n} mNFTs'),
            why: t`${locks.length} of them have been read: others may be ready to unlock`,
            href: '/musdt/locks',
            action: t`View`,
          },
        ]
      : []),
  ]
}
