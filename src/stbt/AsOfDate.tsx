import { useId } from 'react'

import { exactText } from '../math/amount'
import { useUrlChoice } from '../ui/use-url-choice'
import { dayFrom, dayText, isoDay } from './format'
import { stbtUnit } from './snapshot'
import { balanceAt, type Day } from './statement'
import { t } from '../words/t'

/** The balance at the end of any New York date: what a tax office or an auditor asks for. */
export function AsOfDate({ days }: { days: readonly Day[] }) {
  const id = useId()
  const [date, choose] = useUrlChoice('date')
  const first = days[0]?.day ?? 0n
  const last = days.at(-1)?.day ?? 0n
  const day = dayFrom(date ?? '')
  const isTooLate = day !== undefined && day > last
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <div className="grid gap-1">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {t`Balance at the end of`}
        </label>
        <input
          id={id}
          type="date"
          value={date ?? ''}
          min={isoDay(first)}
          className="min-h-11 rounded-md border border-line-strong bg-surface px-3 sm:min-h-9"
          onChange={(event) => choose(event.target.value === '' ? undefined : event.target.value)}
        />
      </div>
      {day !== undefined && (
        <p role="status" className="pb-2 text-sm">
          <span className="text-muted">{t`${dayText(day)}, 24:00 in New York:`}</span>
          <span className="font-semibold" translate="no">
            {exactText(balanceAt(days, day), stbtUnit)}
          </span>
          {isTooLate && <span className="text-muted">{t`(as of the last event, ${dayText(last)})`}</span>}
        </p>
      )}
    </div>
  )
}
