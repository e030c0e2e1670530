import { displayDay } from '../math/time'
import { DAY_SECONDS } from '../math/units'
import type { Dated } from '../system/overview'
import type { CalendarEvent } from '../ui/calendar-file'
import type { AccountAnswers } from './account-answers'
import { t } from '../words/t'

/** Something with a date, and whose it is. */
export type CalendarRow = Dated & {
  /** The system's id, and its name. */
  readonly systemId: string
  readonly system: string
  /** Whose it is; `who` where there are several. */
  readonly account: string
  readonly who?: string
}

/** A day on which something comes, in the person's own time zone. */
type CalendarDay = { readonly day: string; readonly rows: readonly CalendarRow[] }

/** The dates of all accounts in all systems: what went by unused, the latest first; then what comes, the earliest first. */
export function datesOf(told: readonly AccountAnswers[]): {
  readonly missed: readonly CalendarRow[]
  readonly coming: readonly CalendarRow[]
} {
  const all = told
    .flatMap(({ answers, ...whose }) =>
      answers.flatMap(({ system, view }) =>
        view.status === 'ready'
          ? (view.dates ?? []).map((date) => ({
              ...date,
              ...whose,
              systemId: system.id,
              system: system.name,
            }))
          : [],
      ),
    )
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return {
    missed: all.filter(({ isMissed }) => isMissed === true).reverse(),
    coming: all.filter(({ isMissed }) => isMissed !== true),
  }
}

/** Rows in their order, those of one day together. */
export function daysOf(rows: readonly CalendarRow[]): readonly CalendarDay[] {
  const days = new Map<string, CalendarRow[]>()
  for (const row of rows) {
    const day = displayDay(row.at)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days].map(([day, of]) => ({ day, rows: of }))
}

/** For the person's own calendar; the same date of the same account is the same event. `now`: unix seconds. */
export function eventOf(
  { systemId, key, at, until, what, detail, account }: CalendarRow,
  chainId: number,
  now: bigint,
): CalendarEvent {
  const begins = at - now > DAY_SECONDS ? (['-P1D', t`in a day`] as const) : (['PT0S', t`now`] as const)
  const alarms = until === undefined ? [begins] : [begins, ['RELATED=END:-PT6H', t`6 hours left`] as const]
  return {
    uid: `${systemId}-${chainId}-${key.replace(/\W+/g, '-')}-${account}`,
    title: what,
    description: t`${detail}\nAccount ${account}`,
    ...{ startsAt: at, endsAt: until ?? at, writtenAt: now },
    alarms: alarms.map(([trigger, when]) => [trigger, `${what}: ${when}`] as const),
  }
}
