import { readingGate } from '../form/gates'
import type { Reading } from '../math/reading'
import { displayDateTime, displayDuration } from '../math/time'
import { DAY_SECONDS } from '../math/units'
import type { Gate } from '../ui/gate'
import type { Permission } from './snapshot'
import { t } from '../words/t'

/** From so long before its end on a permission is warned of. */
export const SOON = 14n * DAY_SECONDS

export type PermissionStatus = {
  readonly tone: 'neutral' | 'success' | 'warn' | 'danger'
  /** "Until 3 Dec 2026", "Ended", "None". */
  readonly what: string
  /** What it means. */
  readonly means: string
}

/** In words, at `now` (unix seconds). Equal to its expiry it is over. rules.md T5 */
export function permissionStatus(permission: Permission, now: bigint): PermissionStatus {
  const { isSender, isReceiver, expiry } = permission
  if (!isSender && !isReceiver)
    return {
      tone: 'danger',
      what: t`None`,
      means: t`This address can neither send, receive, mint nor redeem. The issuer gives permissions to accredited investors.`,
    }
  if (isOver(permission, now))
    return {
      tone: 'danger',
      what: t`Ended`,
      means: t`It ended ${displayDateTime(expiry)}: this address can neither send, receive, mint nor redeem. The issuer can renew it.`,
    }
  const part = isSender && isReceiver ? '' : isSender ? t` Sending only.` : t` Receiving only.`
  if (expiry === 0n)
    return {
      tone: part === '' ? 'success' : 'warn',
      what: t`Without end`,
      means: t`Given by the issuer to accredited investors.${part}`,
    }
  const left = expiry - now
  return {
    tone: left <= SOON || part !== '' ? 'warn' : 'success',
    what: t`Until ${displayDateTime(expiry)}`,
    means: t`${displayDuration(left)} left; then you can neither send, receive nor redeem.${part}`,
  }
}

export function isOver({ expiry }: Permission, now: bigint): boolean {
  return expiry !== 0n && expiry <= now
}

/** Whether somebody may send or receive; `who` begins the sentence: "You", "The wrapper". rules.md T5 */
export function permissionGate(
  label: string,
  who: string,
  reading: Reading<Permission> | undefined,
  needs: { readonly toSend?: boolean; readonly toReceive?: boolean },
  now: bigint | undefined,
): Gate {
  return readingGate(label, reading, (permission) => {
    if (now === undefined) return { isMet: false, detail: t`The time of the chain is not known yet.` }
    const lacks = [
      ...(needs.toSend === true && !permission.isSender ? ['send'] : []),
      ...(needs.toReceive === true && !permission.isReceiver ? ['receive'] : []),
    ]
    if (lacks.length > 0)
      return {
        isMet: false,
        detail: t`${who} may not ${lacks.join(' or ')} STBT: the issuer gives that permission to accredited investors.`,
      }
    if (isOver(permission, now))
      return {
        isMet: false,
        detail: t`The permission ended ${displayDateTime(permission.expiry)}: the issuer has to renew it.`,
      }
    const until = permission.expiry === 0n ? t`without end` : t`until ${displayDateTime(permission.expiry)}`
    return { isMet: true, detail: t`Permitted ${until}.` }
  })
}
