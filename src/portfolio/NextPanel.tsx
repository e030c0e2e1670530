import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { displayDay, displayTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { calendarFile } from '../ui/calendar-file'
import { Icon } from '../ui/Icon'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { useShownCount } from '../ui/use-shown-count'
import { daysOf, eventOf, type CalendarRow } from './calendar'
import { t } from '../words/t'

/** So many dates are shown at once. */
const PAGE = 8

type NextPanelProps = {
  coming: readonly CalendarRow[]
  missed: readonly CalendarRow[]
  /** Whether every system has said all its dates. */
  isWhole: boolean
}

/** What comes, day by day, for the person's own calendar; before it, what was missed. */
export function NextPanel({ coming, missed, isWhole }: NextPanelProps) {
  const { chainId } = useNetwork()
  const now = useChainSeconds()
  const [count, showMore] = useShownCount(PAGE)
  const save = (name: string, rows: readonly CalendarRow[]) => {
    if (now === undefined) return
    const events = rows.map((row) => eventOf(row, chainId, now))
    saveFile(`${name}.ics`, 'text/calendar', calendarFile(...events))
  }
  const more = coming.length - count
  return (
    <Panel
      title={t`What comes next`}
      aside={
        coming.length > 0 && (
          <Button size="small" variant="quiet" onClick={() => save('ballast', coming)}>
            {t`All to calendar`}
          </Button>
        )
      }
    >
      <div className="-my-2 divide-y divide-line">
        {missed.map((row) => (
          <Entry key={`${row.account} ${row.systemId} ${row.key}`} row={row} />
        ))}
        {daysOf(coming.slice(0, count)).map(({ day, rows }) => (
          <section key={day} aria-label={day} className="py-2.5">
            <h3 className="text-xs font-semibold">{day}</h3>
            {rows.map((row) => (
              <Entry
                key={`${row.account} ${row.systemId} ${row.key}`}
                row={row}
                onSave={() => save(`${row.systemId} ${row.key}`.replace(/\W+/g, '-'), [row])}
              />
            ))}
          </section>
        ))}
        {more > 0 && (
          <div className="py-2.5">
            <Button size="small" onClick={showMore}>
              {t`Show ${more < PAGE ? more : PAGE} more of ${coming.length}`}
            </Button>
          </div>
        )}
        {coming.length + missed.length === 0 && (
          <p className="py-2.5 text-sm text-muted">
            {isWhole ? t`Nothing of yours has a date.` : t`What comes next is not known in full.`}
          </p>
        )}
      </div>
    </Panel>
  )
}

function Entry({ row, onSave }: { row: CalendarRow; onSave?: () => void }) {
  const { at, what, detail, href, system, who, isMissed = false } = row
  return (
    <div className="flex items-start justify-between gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <Link href={href} className="font-medium underline-offset-2 hover:underline">
          {what}
        </Link>{' '}
        {isMissed && <Badge tone="warn">{t`Missed`}</Badge>}
        <p className="text-xs text-muted">
          <span>{who === undefined ? system : `${system}, ${who}`}. </span>
          {isMissed && <span>{displayDay(at)}. </span>}
          <span>{detail}</span>
        </p>
      </div>
      <span className="text-xs leading-5 text-muted">{displayTime(at)}</span>
      {onSave && (
        <span className="-my-1.5">
          <Button size="small" variant="quiet" aria-label={t`Add to calendar: ${what}`} onClick={onSave}>
            <Icon name="calendar" />
          </Button>
        </span>
      )}
    </div>
  )
}
