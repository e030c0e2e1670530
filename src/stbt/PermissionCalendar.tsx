import { CalendarButton } from '../ui/CalendarButton'
import { isOver } from './permission-view'
import { permissionEvent } from './permission-ics'
import type { Permission, Stbt } from './snapshot'
import { useNetwork } from '../chain/network'
import { t } from '../words/t'

type PermissionCalendarProps = { stbt: Stbt; permission: Permission; now: bigint }

/** The end of a permission, for the person's own calendar. rules.md T5 */
export function PermissionCalendar({ stbt, permission, now }: PermissionCalendarProps) {
  const { chainId } = useNetwork()
  const account = stbt.holder?.balance.source.args[0]
  if (permission.expiry === 0n || isOver(permission, now) || typeof account !== 'string') return null
  const event = { chainId, stbt: stbt.addresses.stbt, account, endsAt: permission.expiry, writtenAt: now }
  return (
    <div>
      <CalendarButton
        label={t`Add its end to a calendar`}
        fileName="stbt-permission"
        event={permissionEvent(event)}
      />
    </div>
  )
}
