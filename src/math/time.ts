import { locale } from '../words/chosen'
import { plural, t } from '../words/t'
import { DAY_SECONDS } from './units'

const UNITS = [
  { seconds: DAY_SECONDS, text: (count: bigint) => plural(count, '{n} d', '{n} d') },
  { seconds: 3_600n, text: (count: bigint) => plural(count, '{n} h', '{n} h') },
  { seconds: 60n, text: (count: bigint) => plural(count, '{n} min', '{n} min') },
  { seconds: 1n, text: (count: bigint) => plural(count, '{n} s', '{n} s') },
] as const

/** The last second a JavaScript date can hold (in the year 275760). */
const LAST_DATE_SECONDS = 8_640_000_000_000n

/**
 * A length of time in its largest unit and the next one: "2 d 3 h", "5 min", "0 s". Rounds down, so that a time left is
 * never overstated; never negative. trust.md D22
 */
export function displayDuration(seconds: bigint): string {
  const index = UNITS.findIndex((unit) => seconds >= unit.seconds)
  const [first, second] = UNITS.slice(index)
  if (!first || index === -1) return UNITS[3].text(0n)
  const whole = first.text(seconds / first.seconds)
  const rest = second ? (seconds % first.seconds) / second.seconds : 0n
  // A sentence, not Intl.ListFormat: the first use of that costs a slow phone a tenth of a second.
  return second && rest > 0n ? whole + t` ${second.text(rest)}` : whole
}

/**
 * A moment (unix seconds) in the person's own time zone, or in UTC, with its name: "21 Nov 2025, 09:00 GMT". Seconds are
 * shown when they are not 0, so that the exact edge of a window is never rounded away. trust.md D22
 */
export function displayDateTime(unixSeconds: bigint, timeZone?: 'UTC'): string {
  return formatted(unixSeconds, {
    ...dayParts,
    hour: '2-digit',
    minute: '2-digit',
    ...(unixSeconds % 60n === 0n ? {} : { second: '2-digit' }),
    timeZoneName: 'short',
    ...(timeZone && { timeZone }),
  })
}

/** The day of a moment (unix seconds) in the person's own time zone: "Fri, 21 Nov 2025". trust.md D22 */
export function displayDay(unixSeconds: bigint): string {
  return formatted(unixSeconds, { ...dayParts, weekday: 'short' })
}

/** The time of day of a moment (unix seconds) in the person's own time zone, seconds cut: "09:00". trust.md D22 */
export function displayTime(unixSeconds: bigint): string {
  return formatted(unixSeconds, { hour: '2-digit', minute: '2-digit' })
}

const dayParts = { day: 'numeric', month: 'short', year: 'numeric' } as const

/** By what they show: to make one takes a third of a millisecond, sixty times as long as to use it. */
const formats: Record<string, Intl.DateTimeFormat> = {}

function formatted(unixSeconds: bigint, parts: Intl.DateTimeFormatOptions): string {
  if (unixSeconds > LAST_DATE_SECONDS || unixSeconds < -LAST_DATE_SECONDS) return t`unix time ${unixSeconds}`
  const format = (formats[JSON.stringify(parts)] ??= new Intl.DateTimeFormat(locale, parts))
  // eslint-disable-next-line no-restricted-syntax -- a time, not an amount; in range, so nothing is lost
  return format.format(new Date(Number(unixSeconds) * 1000))
}
