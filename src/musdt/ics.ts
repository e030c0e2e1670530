import type { Address } from 'viem'

import type { CalendarEvent } from '../ui/calendar-file'
import { t } from '../words/t'

/** A withdrawal that can be redeemed in a window of time, for a person's own calendar. */
export type RedeemWindow = Pick<
  CalendarEvent,
  'title' | 'description' | 'startsAt' | 'endsAt' | 'writtenAt'
> & {
  readonly chainId: number
  readonly vault: Address
  readonly account: Address
  readonly epoch: bigint
}

/** The window as one event, with a reminder when it begins and one six hours before it is over. */
export function windowEvent({ chainId, vault, account, epoch, ...window }: RedeemWindow): CalendarEvent {
  return {
    ...window,
    uid: `redeem-${chainId}-${vault}-${epoch}-${account}`,
    alarms: [
      ['RELATED=START:PT0S', t`${window.title}: open now`],
      ['RELATED=END:-PT6H', t`${window.title}: void in 6 hours`],
    ],
  }
}
