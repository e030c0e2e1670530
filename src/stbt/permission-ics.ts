import type { CalendarEvent } from '../ui/calendar-file'
import { t } from '../words/t'

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

/** One event at the end, with a reminder a week and a day before. */
export function permissionEvent({ chainId, stbt, account, endsAt, writtenAt }: PermissionEnd): CalendarEvent {
  return {
    ...{ startsAt: endsAt, endsAt, writtenAt },
    uid: `permission-${chainId}-${account.slice(2, 14)}`,
    title: t`Permission for STBT ends`,
    description: t`Account ${account}\nSTBT ${stbt}`,
    alarms: [
      ['-P7D', t`Permission for STBT ends soon`],
      ['-P1D', t`Permission for STBT ends soon`],
    ],
  }
}
