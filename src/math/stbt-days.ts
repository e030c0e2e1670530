/**
 * Days of New York, as the contract counts them: whole days since 1 January 1970. Times are unix seconds. Compared with
 * bytecode (`exactness/`). rules.md T15
 */
import { subtract, uint256 } from './uint256'
import { DAY_SECONDS } from './units'

const HOUR = 3_600n

/** The New York date at a moment, in days since 1970. Exact. Throws in the first five hours of 1970. rules.md T15 */
export function newYorkDay(time: bigint): bigint {
  return subtract(time, isSummerTime(time) ? 4n * HOUR : 5n * HOUR) / DAY_SECONDS
}

/**
 * Whether New York is at UTC-4: from the second Sunday of March, 07:00 UTC, to the first of November, 06:00 UTC, as the
 * law has it since 2007. Every fourth year is a leap year: right from 1970 to 2099. rules.md T15
 */
export function isSummerTime(time: bigint): boolean {
  const newYear = newYearOf(uint256(time) / DAY_SECONDS)
  const isLeap = (newYear + 365n) % 1461n === 1095n
  const firstOfMarch = newYear + (isLeap ? 60n : 59n)
  const start = uint256(sundayFrom(firstOfMarch + 7n) * DAY_SECONDS + 7n * HOUR)
  const end = uint256(sundayFrom(firstOfMarch + 245n) * DAY_SECONDS + 6n * HOUR)
  return start <= time && time < end
}

/** The moment a New York date begins: midnight, which no change of the clock touches. Exact. rules.md T10, T15 */
export function newYorkMidnight(day: bigint): bigint {
  const inSummer = uint256(uint256(day) * DAY_SECONDS + 4n * HOUR)
  return isSummerTime(inSummer) ? inSummer : uint256(inSummer + HOUR)
}

/** The first Sunday on or after a day; 1 January 1970 was a Thursday. */
function sundayFrom(day: bigint): bigint {
  return day + 6n - ((day + 3n) % 7n)
}

/** 1 January of a day's year. Four years are 1461 days; the leap year is the last of them, counted from 1969. */
function newYearOf(day: bigint): bigint {
  const cycles = (day + 365n) / 1461n
  const yearInCycle = ((day + 365n) % 1461n) / 365n
  return cycles * 1461n + (yearInCycle > 3n ? 3n : yearInCycle) * 365n - 365n
}
