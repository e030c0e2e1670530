/** The end of a permission, for a person's own calendar. */
export type PermissionEnd = {
  readonly chainId: number
  readonly stbt: string
  readonly account: string
  /** Unix seconds: from here on it is over. */
  readonly endsAt: bigint
  /** Unix seconds: when this was written. */
  readonly writtenAt: bigint
}

/**
 * An iCalendar file (RFC 5545): one event at the end, with a reminder a week and a day before. The UID is the same every
 * time, so that adding it again changes the event and makes no second one.
 */
export function permissionFile({ chainId, stbt, account, endsAt, writtenAt }: PermissionEnd): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ballast//STBT//EN',
    'BEGIN:VEVENT',
    `UID:permission-${chainId}-${account.slice(2, 14)}@ballast`.toLowerCase(),
    `DTSTAMP:${stamp(writtenAt)}`,
    `DTSTART:${stamp(endsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    'SUMMARY:Permission for STBT ends',
    `DESCRIPTION:Account ${account}\\n`,
    ` STBT ${stbt}`,
    ...[7, 1].flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:-P${days}D`,
      'DESCRIPTION:Permission for STBT ends soon',
      'END:VALARM',
    ]),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${line}\r\n`).join('')
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
