import type { Address } from 'viem'

/** A withdrawal that can be redeemed in a window of time, for a person's own calendar. */
export type RedeemWindow = {
  readonly chainId: number
  readonly vault: Address
  readonly account: Address
  readonly epoch: bigint
  readonly title: string
  readonly description: string
  /** Unix seconds: the first one in which it can be redeemed. */
  readonly startsAt: bigint
  /** Unix seconds: from here on it is void. */
  readonly endsAt: bigint
  /** Unix seconds: when this was written. */
  readonly writtenAt: bigint
}

/**
 * An iCalendar file (RFC 5545): one event, with a reminder when it begins and one six hours before it is over. The UID
 * is the same every time, so that adding it again changes the event and makes no second one.
 */
export function calendarFile(window: RedeemWindow): string {
  const { chainId, vault, account, epoch, title, description, startsAt, endsAt, writtenAt } = window
  const uid = `redeem-${chainId}-${vault.toLowerCase()}-${epoch}-${account.toLowerCase()}@ballast`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ballast//mUSDT vault//EN',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(writtenAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarm('RELATED=START:PT0S', `${title}: open now`),
    ...alarm('RELATED=END:-PT6H', `${title}: void in 6 hours`),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function alarm(trigger: string, description: string): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER;${trigger}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VALARM',
  ]
}

/** UTC, "20270115T090000Z". */
function stamp(unixSeconds: bigint): string {
  // eslint-disable-next-line no-restricted-syntax -- a time, not an amount
  const date = new Date(Number(unixSeconds) * 1000)
  return date
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
