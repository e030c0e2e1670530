import { formatAmount } from '../math/amount'
import { longFile } from '../system/long-file'
import { csvLine } from '../ui/csv'
import type { OwnEvent } from './own-events'

const header = [
  'time_utc',
  'place',
  'event',
  'field',
  'direction',
  'raw',
  'decimals',
  'amount',
  'unit',
  'recipient',
  'account',
  'contract',
  'chain_id',
  'block',
  'transaction',
  'log_index',
]

/** One line per amount of an event: the contract's integer, the same as a decimal, UTC time and hash. trust.md D33 */
export function historyCsv(
  events: readonly OwnEvent[],
  { chainId, account }: { readonly chainId: number; readonly account: string },
): Promise<Blob> {
  const linesOf = (event: OwnEvent) =>
    event.amounts
      .map(({ field, direction, value, decimals, unit }) =>
        csvLine([
          event.time === undefined ? '' : (utc(event.time) ?? ''),
          event.place.name,
          event.eventName,
          field,
          direction === 'none' ? '' : direction,
          `${value}`,
          `${decimals}`,
          formatAmount(value, decimals),
          unit,
          event.recipient ?? account,
          account,
          event.contract,
          `${chainId}`,
          `${event.blockNumber}`,
          event.hash,
          `${event.logIndex}`,
        ]),
      )
      .join('')
  return longFile(events, linesOf, { head: csvLine(header) })
}

/** The last second of the year 9999: a date has four digits. */
const LAST_SECOND = 253_402_300_799n

/** "2027-01-15T09:00:00Z", the same in every time zone; undefined for what no date can be. */
export function utc(unixSeconds: bigint): string | undefined {
  if (unixSeconds < 0n || unixSeconds > LAST_SECOND) return undefined
  // eslint-disable-next-line no-restricted-syntax -- a time, not an amount; it is below 2^53
  return new Date(Number(unixSeconds) * 1000).toISOString().replace('.000Z', 'Z')
}
