import { useChainSeconds } from '../chain/use-block'
import { knownValue } from '../math/reading'
import { addBankingDays, bankingDayFrom } from '../math/stbt-banking-days'
import { newYorkDay, newYorkMidnight } from '../math/stbt-days'
import { Callout } from '../ui/Callout'
import { Panel } from '../ui/Panel'
import { isOver, permissionStatus } from './permission-view'
import { PermissionCalendar } from './PermissionCalendar'
import type { Permission, Stbt } from './snapshot'
import { usePolicy } from './use-policy'
import { t } from '../words/t'

/** How long one may receive STBT, and whether that is long enough for an issue that is asked for now. rules.md T5, T13 */
export function PermissionPanel({ stbt }: { stbt: Stbt }) {
  const now = useChainSeconds()
  const { policy } = usePolicy()
  const permission = knownValue(stbt.holder?.permission)
  if (!permission || now === undefined) return null
  const { what, means } = permissionStatus(permission, now)
  const latest = addBankingDays(bankingDayFrom(newYorkDay(now)), policy.issuanceDays)
  return (
    <Panel title={t`Your permission`}>
      <div className="grid gap-2 text-sm">
        <p className="font-semibold" translate="no">
          {what}
        </p>
        <p className="text-xs text-muted">{means}</p>
        {endsBefore(permission, now, newYorkMidnight(latest + 1n)) && (
          <Callout tone="warn" title={t`It may end before the issue`}>
            {t`What is asked for now may be issued later than that, and without a permission nothing is: have it renewed before you deposit.`}
          </Callout>
        )}
        <PermissionCalendar stbt={stbt} permission={permission} now={now} />
      </div>
    </Panel>
  )
}

function endsBefore(permission: Permission, now: bigint, end: bigint): boolean {
  return permission.expiry !== 0n && !isOver(permission, now) && permission.expiry < end
}
