import { Button } from '../ui/Button'
import { saveFile } from '../ui/save-file'
import { isOver } from './permission-view'
import { permissionFile } from './permission-ics'
import type { Permission, Stbt } from './snapshot'
import { useNetwork } from '../chain/network'

type PermissionCalendarProps = { stbt: Stbt; permission: Permission; now: bigint }

/** The end of a permission, for the person's own calendar. rules.md T5 */
export function PermissionCalendar({ stbt, permission, now }: PermissionCalendarProps) {
  const { chainId } = useNetwork()
  const account = stbt.holder?.balance.source.args[0]
  if (permission.expiry === 0n || isOver(permission, now) || typeof account !== 'string') return null
  const save = () => {
    const file = { chainId, stbt: stbt.addresses.stbt, account, endsAt: permission.expiry, writtenAt: now }
    saveFile('stbt-permission.ics', 'text/calendar', permissionFile(file))
  }
  return (
    <div className="-ml-2.5">
      <Button size="small" variant="quiet" onClick={save}>
        Add its end to a calendar
      </Button>
    </div>
  )
}
