import { displayAmount } from '../math/amount'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import type { Growth } from '../math/stbt-yield'
import { Stat, StatGrid } from '../ui/Stat'
import type { Report } from './changes'
import { dayText } from './format'
import { accruedSince, nextReport } from './interest-view'
import { permissionStatus } from './permission-view'
import { PermissionCalendar } from './PermissionCalendar'
import type { Stbt } from './snapshot'
import { plural, t } from '../words/t'

type NextFactsProps = {
  stbt: Stbt
  last: Report | undefined
  /** What the connected account got of it; undefined while that is not known. */
  own: bigint | undefined
  growth: Growth | undefined
  now: bigint
  isRead: boolean
}

/** What comes next: interest, what has grown since the last of it, and how long the person may go on. rules.md T5, T15 */
export function NextFacts({ stbt, last, own, growth, now, isRead }: NextFactsProps) {
  const balance = knownValue(stbt.holder?.balance)
  const permission = knownValue(stbt.holder?.permission)
  const next = nextReport(last, growth, now)
  const accrued = balance === undefined ? undefined : accruedSince(last, growth, balance, now)
  const coming = balance === undefined ? undefined : next?.estimate(balance)
  const state = knownValue(stbt.state)
  const isOwed = state?.kind === 'ours' && state.carry < 0n
  const closed = next?.closed.map(dayText).join(', ') ?? ''
  const status = permission && permissionStatus(permission, now)
  const unread = isRead ? t`None yet` : t`Being read`
  return (
    <StatGrid columns={4}>
      <Stat
        label={t`Next interest`}
        hint={[
          ...(next && next.missed > 0n
            ? [
                plural(
                  next.missed,
                  '{n} banking day has passed without a report: a loss is being carried, or it is late.',
                  '{n} banking days have passed without a report: a loss is being carried, or it is late.',
                ),
              ]
            : []),
          ...(closed === '' ? [] : [t`Banks in New York are closed on ${closed}.`]),
          ...(coming === undefined
            ? []
            : [
                isOwed
                  ? t`About ${displayAmount(coming, 18)} STBT, if it goes on like the last 7 days; less or nothing, because a loss is carried.`
                  : t`About ${displayAmount(coming, 18)} STBT, if it goes on like the last 7 days.`,
              ]),
        ].join(' ')}
      >
        {next ? dayText(next.day) : unread}
      </Stat>
      <Stat
        label={own === undefined ? t`Last interest of all STBT` : t`Last interest`}
        {...(last && {
          hint: t`${last.distributed === 0n ? t`All of it is carried on. ` : own === undefined ? '' : t`Of all STBT: ${displayAmount(last.distributed, 18)}. `}For the time from ${displayDateTime(last.from)} to ${displayDateTime(last.to)}.`,
        })}
      >
        {last ? `${displayAmount(own ?? last.distributed, 18)} STBT` : unread}
      </Stat>
      <Stat label={t`Earned since the last payment`} hint={t`An estimate; not in your balance.`}>
        {accrued === undefined ? '–' : `≈ ${displayAmount(accrued, 18, { maxFractionDigits: 4 })} STBT`}
      </Stat>
      <div data-part="permission" tabIndex={-1}>
        <Stat
          label={t`Your permission`}
          hint={status?.means ?? t`Connect a wallet to see whether it may hold STBT.`}
        >
          {status?.what ?? (stbt.holder ? t`Unavailable` : '–')}
        </Stat>
        {permission && <PermissionCalendar stbt={stbt} permission={permission} now={now} />}
      </div>
    </StatGrid>
  )
}
