import { displayAmount } from '../math/amount'
import { displayDuration } from '../math/time'
import { isBankingDay, bankingDayFrom } from '../math/stbt-banking-days'
import { newYorkDay, newYorkMidnight } from '../math/stbt-days'
import { accruedTowardsZero } from '../math/stbt-interest'
import { incomeOf } from '../math/stbt-statement'
import { weeklyGrowth, yearlyYield, type Distribution, type Growth } from '../math/stbt-yield'
import type { Change, Report } from './changes'
import type { Day, Entry, Statement } from './statement'
import { t } from '../words/t'

/** A report with the supply it came to. */
export type Reported = { readonly report: Report; readonly change: Change }

/** Every report of interest, oldest first. */
export function reportsOf(changes: readonly Change[]): readonly Reported[] {
  return changes.flatMap((change) =>
    'report' in change.what ? [{ report: change.what.report, change }] : [],
  )
}

/** The New York date that a report is for. rules.md T15 */
export function reportDay({ to }: Pick<Report, 'to'>): bigint {
  return newYorkDay(to - 1n)
}

/** Growth by the reports of the last seven days; undefined where they say too little. rules.md T12 */
export function recentGrowth(reports: readonly Reported[], now: bigint): Growth | undefined {
  const distributions = reports.map(({ report, change }): Distribution => {
    const { distributed: interest, from, to } = report
    return { interest, supplyBefore: change.supplyBefore, from, to }
  })
  return weeklyGrowth(distributions, now)
}

/** 7-day APY (1e18 = 100%); undefined where there is none to tell. rules.md T12 */
export function weeklyYield(growth: Growth | undefined): bigint | undefined {
  if (!growth) return undefined
  try {
    return yearlyYield(growth.growth, growth.seconds)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** When interest is expected next, and how late it is. rules.md T15 */
export type NextReport = {
  /** The banking day it will be for. */
  readonly day: bigint
  /** When it is expected (unix seconds): as long after that day's midnight as the last one's period ended. */
  readonly at: bigint
  /** Banks are closed on these days before it. */
  readonly closed: readonly bigint[]
  /** Banking days that are over without a report. */
  readonly missed: bigint
  /** What it would be of a balance, if it is as the last seven days were; undefined where that is not known. */
  readonly estimate: (balance: bigint) => bigint | undefined
}

export function nextReport(
  last: Pick<Report, 'to'> | undefined,
  growth: Growth | undefined,
  now: bigint,
): NextReport | undefined {
  if (!last) return undefined
  const lastDay = reportDay(last)
  const today = newYorkDay(now)
  const expected = bankingDayFrom(lastDay + 1n)
  let missed = 0n
  // A year without a report is no calendar's business any more.
  for (let day = expected; day < today && missed < 260n; day++) if (isBankingDay(day)) missed += 1n
  const day = missed > 0n ? bankingDayFrom(today) : expected
  const closed: bigint[] = []
  for (let before = missed > 0n ? today : lastDay + 1n; before < day; before++) closed.push(before)
  // A period that ends at midnight belongs to the day before.
  const at = newYorkMidnight(day) + last.to - newYorkMidnight(lastDay)
  return {
    day,
    at,
    closed,
    missed,
    estimate: (balance) =>
      growth &&
      accruedTowardsZero(balance, growth.growth, growth.seconds, newYorkMidnight(day + 1n) - last.to),
  }
}

/** What leaving now means for the interest of an amount, in sentences. rules.md T15, T18 */
export function leavingNotes(
  next: NextReport | undefined,
  amount: bigint,
  now: bigint,
  isOwed: boolean,
): readonly string[] {
  const settled = t`No contract enforces the payment: the issuer settles it.`
  if (!next) return [t`When interest comes next is not known.`, settled]
  const coming = next.estimate(amount)
  const when =
    next.at > now
      ? t`Interest is expected in about ${displayDuration(next.at - now)}`
      : t`Interest is expected any time now`
  const forgone =
    coming === undefined || coming <= 0n
      ? t`how much is not known`
      : t`leaving now forgoes about ${displayAmount(coming, 18)} STBT`
  const carried = isOwed ? t` A loss is carried: it may be less, or nothing.` : ''
  return [t`${when}: ${forgone}, if it goes on like the last seven days.${carried}`, settled]
}

/** What a balance has earned since the last report, if the time since is like the last seven days. An estimate. */
export function accruedSince(
  last: Report | undefined,
  growth: Growth | undefined,
  balance: bigint,
  now: bigint,
): bigint | undefined {
  if (!last || !growth || now < last.to) return undefined
  return accruedTowardsZero(balance, growth.growth, growth.seconds, now - last.to)
}

export type Incomes = {
  readonly today: bigint
  readonly month: bigint
  readonly year: bigint
  readonly all: bigint
}

/** Income by New York dates. rules.md T19 */
export function incomesOf(days: readonly Day[], now: bigint): Incomes {
  const today = newYorkDay(now)
  const since = (first: bigint) =>
    days.reduce((sum, { day, movement }) => (day >= first ? sum + incomeOf(movement) : sum), 0n)
  const { month, year } = beginningsOf(today)
  return { today: since(today), month: since(month), year: since(year), all: since(0n) }
}

/** The first days of a day's month and year. */
export function beginningsOf(day: bigint): { readonly month: bigint; readonly year: bigint } {
  // eslint-disable-next-line no-restricted-syntax -- a date, not an amount
  const date = new Date(Number(day) * 86_400_000)
  const first = (month: number) => BigInt(Date.UTC(date.getUTCFullYear(), month, 1) / 86_400_000)
  return { month: first(date.getUTCMonth()), year: first(0) }
}

/** What a holder got of a report; 0 for who held nothing then. rules.md T19 */
export function incomeFrom(report: Report, { entries }: Pick<Statement, 'entries'>): bigint {
  const entry = entries.find(({ change: { what } }) => 'report' in what && what.report === report)
  return entry ? incomeOf(entry.movement) : 0n
}

/** Where a balance comes from: what came in and went out, and what it earned. They add up to it. rules.md T19 */
export type Origin = { readonly came: bigint; readonly went: bigint; readonly earned: bigint }

export function originOf(entries: readonly Entry[]): Origin {
  const flows = entries.map(({ movement }) => movement.flow)
  return {
    came: flows.reduce((sum, flow) => (flow > 0n ? sum + flow : sum), 0n),
    went: flows.reduce((sum, flow) => (flow < 0n ? sum - flow : sum), 0n),
    earned: entries.reduce((sum, { movement }) => sum + incomeOf(movement), 0n),
  }
}
