import { displayAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import type { Dated, Todo } from '../system/overview'
import { par, worthDown } from '../system/worth'
import { isOver, SOON } from './permission-view'
import type { Permission } from './snapshot'
import { t } from '../words/t'

const place = { key: 'permission', href: '/stbt?part=permission' } as const

/** A permission that ends soon has to be renewed, where there is a balance (18 decimals) to move. rules.md T5 */
export function permissionTodos(permission: Permission, balance: bigint, now: bigint): readonly Todo[] {
  const { expiry } = permission
  if (balance === 0n || expiry === 0n || isOver(permission, now) || expiry - now > SOON) return []
  return [
    {
      ...place,
      what: t`Renew the permission for STBT`,
      why: t`It ends ${displayDateTime(expiry)}; then ${displayAmount(balance, 18)} STBT can’t be moved or redeemed.`,
      action: t`View`,
      voidAt: expiry,
      usdWad: worthDown(balance, 18, par('STBT')),
    },
  ]
}

/** The end of the permission, to come or missed. rules.md T5 */
export function permissionDates(permission: Permission, balance: bigint, now: bigint): readonly Dated[] {
  const { expiry, isSender, isReceiver } = permission
  if (expiry === 0n || (!isSender && !isReceiver)) return []
  const isMissed = isOver(permission, now)
  if (isMissed && balance === 0n) return []
  return [
    {
      ...place,
      ...(isMissed && { isMissed }),
      at: expiry,
      what: t`The permission for STBT ${isMissed ? t`has ended` : 'ends'}`,
      detail: t`Without it you can neither send, receive, mint nor redeem. The issuer can renew it.`,
    },
  ]
}
