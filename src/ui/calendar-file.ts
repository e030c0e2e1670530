/** Something with a date, for a person's own calendar. */
export type CalendarEvent = {
  /** The same every time, so that adding it again changes the event and makes no second one. */
  readonly uid: string
  readonly title: string
  readonly description: string
  /** Unix seconds, its first and its last. */
  readonly startsAt: bigint
  readonly endsAt: bigint
  /** Unix seconds: when this was written. */
  readonly writtenAt: bigint
  /** When it reminds, as RFC 5545 has it ("-P1D", "RELATED=END:-PT6H"), and what it says then. */
  readonly alarms: readonly (readonly [trigger: string, text: string])[]
}

/** An iCalendar file (RFC 5545) of these events. */
export function calendarFile(...events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ballast//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): readonly string[] {
  const { uid, title, description, startsAt, endsAt, writtenAt, alarms } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid.toLowerCase())}@ballast`,
    `DTSTAMP:${stamp(writtenAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap(([trigger, text]) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER${trigger.includes('=') ? ';' : ':'}${trigger}`,
      `DESCRIPTION:${escaped(text)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** The last second of the year 9999: the format has four digits for a year. */
const LAST_SECOND = 253_402_300_799n

/** UTC, "20270115T090000Z"; what is beyond the format's years is its last second. */
function stamp(unixSeconds: bigint): string {
  // eslint-disable-next-line no-restricted-syntax -- a time, not an amount; in range, so nothing is lost
  const seconds = Number(unixSeconds > LAST_SECOND ? LAST_SECOND : unixSeconds)
  return new Date(seconds * 1000)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** No line has more than 75 octets of UTF-8; a longer one goes on in lines that begin with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let result = ''
  let octets = 0
  for (const char of line) {
    const size = encoder.encode(char).length
    if (octets + size > 75) {
      result += '\r\n '
      octets = 1
    }
    result += char
    octets += size
  }
  return result
}
