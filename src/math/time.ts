import { DAY_SECONDS } from './units'

const UNITS = [
  { name: 'd', seconds: DAY_SECONDS },
  { name: 'h', seconds: 3_600n },
  { name: 'min', seconds: 60n },
  { name: 's', seconds: 1n },
] as const

/** The last second a JavaScript date can hold (in the year 275760). */
const LAST_DATE_SECONDS = 8_640_000_000_000n

/**
 * A length of time in its largest unit and the next one: "2 d 3 h", "5 min", "0 s". Rounds down, so that a time left is
 * never overstated; never negative. trust.md D22
 */
export function displayDuration(seconds: bigint): string {
  let rest = seconds < 0n ? 0n : seconds
  const first = UNITS.findIndex((unit) => rest >= unit.seconds)
  if (first === -1) return '0 s'
  const parts: string[] = []
  for (const unit of UNITS.slice(first, first + 2)) {
    const count = rest / unit.seconds
    if (count > 0n) parts.push(`${count} ${unit.name}`)
    rest %= unit.seconds
  }
  return parts.join(' ')
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

function formatted(unixSeconds: bigint, parts: Intl.DateTimeFormatOptions): string {
  if (unixSeconds > LAST_DATE_SECONDS || unixSeconds < -LAST_DATE_SECONDS) return `unix time ${unixSeconds}`
  // eslint-disable-next-line no-restricted-syntax -- a time, not an amount; in range, so nothing is lost
  return new Intl.DateTimeFormat('en-GB', parts).format(new Date(Number(unixSeconds) * 1000))
}
