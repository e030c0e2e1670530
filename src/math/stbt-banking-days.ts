/**
 * Banking days of New York: the calendar of the Federal Reserve, by rule. Days are whole days since 1 January 1970.
 * Compared with a second version (`exactness/`). rules.md T10
 */
import { requireUint256 } from './uint256'

/** A calendar that goes on for ever is none: the year 2199. */
const LAST_DAY = 84_005n
const LONGEST_WAIT = 366n

type MonthAndDate = { readonly month: bigint; readonly date: bigint }

/** Whether banks in New York are open. Throws after the year 2199. rules.md T10 */
export function isBankingDay(day: bigint): boolean {
  requireDay(day)
  const weekday = weekdayOf(day)
  if (weekday === 0n || weekday === 6n) return false
  // A holiday on a Sunday is kept on Monday; one on a Saturday is not moved.
  if (weekday === 1n && isFixedHoliday(monthAndDateOf(day - 1n))) return false
  return !isFixedHoliday(monthAndDateOf(day)) && !isMovableHoliday(monthAndDateOf(day), weekday)
}

/** The first banking day on or after a day: T of a request. Throws after the year 2199. rules.md T10 */
export function bankingDayFrom(day: bigint): bigint {
  let found = day
  while (!isBankingDay(found)) found += 1n
  return found
}

/**
 * T + n: the n-th banking day after the first one on or after a day. Throws for more than 366, and after the year 2199.
 * rules.md T10
 */
export function addBankingDays(day: bigint, count: bigint): bigint {
  requireUint256(count)
  if (count > LONGEST_WAIT) throw new RangeError('No policy is this slow.')
  let found = bankingDayFrom(day)
  for (let left = count; left > 0n; left--) found = bankingDayFrom(found + 1n)
  return found
}

/** Banking days after `day`, up to and with `last`. Throws for more than 366 days. rules.md T15 */
export function bankingDaysBetween(day: bigint, last: bigint): bigint {
  requireDay(day)
  requireDay(last)
  if (last > day + LONGEST_WAIT) throw new RangeError('This is more than a year.')
  let count = 0n
  for (let next = day + 1n; next <= last; next++) if (isBankingDay(next)) count += 1n
  return count
}

function requireDay(day: bigint): void {
  requireUint256(day)
  if (day > LAST_DAY) throw new RangeError('This calendar ends with the year 2199.')
}

/** 0 = Sunday; 1 January 1970 was a Thursday. */
function weekdayOf(day: bigint): bigint {
  return (day + 4n) % 7n
}

function isFixedHoliday({ month, date }: MonthAndDate): boolean {
  switch (month) {
    case 1n:
      return date === 1n
    case 6n:
      return date === 19n
    case 7n:
      return date === 4n
    case 11n:
      return date === 11n
    default:
      return month === 12n && date === 25n
  }
}

/** Mondays of January (third), February (third), May (last), September (first), October (second); Thanksgiving. */
function isMovableHoliday({ month, date }: MonthAndDate, weekday: bigint): boolean {
  const ordinal = (date + 6n) / 7n
  if (weekday === 4n) return month === 11n && ordinal === 4n
  if (weekday !== 1n) return false
  switch (month) {
    case 1n:
    case 2n:
      return ordinal === 3n
    case 5n:
      return date > 24n
    case 9n:
      return ordinal === 1n
    default:
      return month === 10n && ordinal === 2n
  }
}

/** Counted from 1 March of the year 0, so that a leap day is the last of its year. */
function monthAndDateOf(day: bigint): MonthAndDate {
  const sinceEra = (day + 719_468n) % 146_097n
  const year = (sinceEra - sinceEra / 1_460n + sinceEra / 36_524n - sinceEra / 146_096n) / 365n
  const dayOfYear = sinceEra - (365n * year + year / 4n - year / 100n)
  const monthFromMarch = (5n * dayOfYear + 2n) / 153n
  const date = dayOfYear - (153n * monthFromMarch + 2n) / 5n + 1n
  return { month: monthFromMarch < 10n ? monthFromMarch + 3n : monthFromMarch - 9n, date }
}
