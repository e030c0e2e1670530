import type { BlockTimes } from '../chain/block-times'
import { formatAmount } from '../math/amount'
import type { EventAmount } from '../system/activity'
import { longFile } from '../system/long-file'
import { csvLine } from '../ui/csv'
import type { OwnEvent } from './own-events'

const header = [
  'time_utc',
  'place',
  'event',
  'what',
  'field',
  'direction',
  'raw',
  'decimals',
  'amount',
  'unit',
  'recipient',
  'by',
  'account',
  'contract',
  'chain_id',
  'block',
  'transaction',
  'log_index',
]

/**
 * One line per amount of an event, and one for an event without: the contract's integer, the same as a decimal, UTC time
 * and hash. Events whose nodes told no date have that of their block, by `times`. trust.md D33
 */
export function historyCsv(
  events: readonly OwnEvent[],
  about: { readonly chainId: number; readonly account: string; readonly times?: BlockTimes },
): Promise<Blob> {
  const { chainId, account, times } = about
  const lineOf = (event: OwnEvent, amount: EventAmount | undefined) => {
    const time = event.time ?? times?.get(event.blockNumber)
    return csvLine([
      time === undefined ? '' : (utc(time) ?? ''),
      event.place.name,
      event.eventName,
      event.what,
      ...amountCells(amount),
      event.recipient ?? account,
      event.by ?? '',
      account,
      event.contract,
      `${chainId}`,
      `${event.blockNumber}`,
      event.hash,
      `${event.logIndex}`,
    ])
  }
  const linesOf = (event: OwnEvent) =>
    (event.amounts.length === 0 ? [undefined] : event.amounts).map((amount) => lineOf(event, amount)).join('')
  return longFile(events, linesOf, { head: csvLine(header) })
}

/** The last second of the year 9999: a date has four digits. */
const LAST_SECOND = 253_402_300_799n

function amountCells(amount: EventAmount | undefined): readonly string[] {
  if (!amount) return ['', '', '', '', '', '']
  const { field, direction, value, decimals, unit } = amount
  const side = direction === 'none' ? '' : direction
  return [field, side, `${value}`, `${decimals}`, formatAmount(value, decimals), unit]
}

/** "2027-01-15T09:00:00Z", the same in every time zone; undefined for what no date can be. */
export function utc(unixSeconds: bigint): string | undefined {
  if (unixSeconds < 0n || unixSeconds > LAST_SECOND) return undefined
  // eslint-disable-next-line no-restricted-syntax -- a time, not an amount; it is below 2^53
  return new Date(Number(unixSeconds) * 1000).toISOString().replace('.000Z', 'Z')
}
