import type { Address } from 'viem'

import { formatAmount } from '../math/amount'
import { incomeOf, together, type Movement } from '../math/stbt-statement'
import { longFile } from '../system/long-file'
import { csvLine } from '../ui/csv'
import { isBurnt, isMade, type Change } from './changes'
import { isoDay } from './format'
import type { Day, Entry } from './statement'
import { t } from '../words/t'

/** Addresses with a part of their own in a flow. */
export type Places = { readonly wstbt: Address; readonly pool: Address | undefined }

/** What an event is called on a statement. */
export function whatText(
  { change: { what }, cause }: Entry,
  holder: Address,
  { wstbt, pool }: Places,
): string {
  if ('report' in what) return what.report.distributed === 0n ? t`Interest: nothing, carried` : t`Interest`
  if (cause === 'rounding') return t`Rounding of others`
  const { move } = what
  if (move.isByController) return t`Moved by the controller`
  if (isMade(move)) return t`Issued`
  if (isBurnt(move)) return t`Burnt`
  if (move.from === move.to) return t`Sent to itself`
  if (move.to === holder) return move.from === wstbt ? t`Unwrapped` : t`Received`
  if (move.to === wstbt) return t`Wrapped`
  return move.to === pool ? t`Sent for redemption` : t`Sent`
}

/** Days whose entries match: all, those with income alone, or those with a flow. */
export type Filter = 'all' | 'income' | 'flows'

export function filtered(entries: readonly Entry[], filter: Filter): readonly Entry[] {
  if (filter === 'all') return entries
  return entries.filter(({ cause }) => (cause === 'flow') === (filter === 'flows'))
}

/** The calendar year of a New York date. */
export const yearOf = (day: bigint): string => isoDay(day).slice(0, 4)

/** Years there is something of, newest first. */
export function yearsOf(days: readonly Day[]): readonly string[] {
  return [...new Set(days.map(({ day }) => yearOf(day)))].reverse()
}

/** Some days as one movement; undefined for none. */
export function totalOf(days: readonly Day[]): Movement | undefined {
  return together(days.map(({ movement }) => movement))
}

const header = [
  'date_new_york',
  'event',
  'opening',
  'in',
  'out',
  'earned',
  'lost',
  'closing',
  'opening_raw',
  'closing_raw',
  'shares_raw',
  'told_raw',
  'exact',
  'account',
  'block',
  'transaction',
  'log_index',
]

export type StatementOwner = { readonly account: Address; readonly chainId: number; readonly stbt: Address }

/**
 * One line per event, oldest first: STBT as decimals (in, out, earned and lost apart, so that no number begins with a
 * sign), the closing's integer, and the transaction. trust.md D33
 */
export function statementCsv(
  days: readonly Day[],
  { account }: StatementOwner,
  places: Places,
): Promise<Blob> {
  const text = (value: bigint) => formatAmount(value, 18)
  const above = (value: bigint) => text(value > 0n ? value : 0n)
  const lineOf = ({ day, entry }: DatedEntry) => {
    const { movement, shares, change } = entry
    const { opening, flow, closing } = movement
    const income = incomeOf(movement)
    return csvLine([
      isoDay(day),
      whatText(entry, account, places),
      text(opening),
      above(flow),
      above(-flow),
      above(income),
      above(-income),
      text(closing),
      `${opening}`,
      `${closing}`,
      `${shares}`,
      toldOf(change)?.toString() ?? '',
      change.isExact ? 'yes' : t`to the next report`,
      account,
      `${change.blockNumber}`,
      change.transactionHash,
      `${change.logIndex}`,
    ])
  }
  return longFile(entriesOf(days), lineOf, { head: csvLine(header) })
}

/** The same as JSON, one event a line: integers as texts, signed. */
export function statementJson(days: readonly Day[], owner: StatementOwner, places: Places): Promise<Blob> {
  const lineOf = ({ day, entry }: DatedEntry, index: number) => {
    const { change, movement, shares } = entry
    const told = toldOf(change)
    const line = {
      dateNewYork: isoDay(day),
      event: whatText(entry, owner.account, places),
      ...Object.fromEntries(Object.entries(movement).map(([name, value]) => [name, `${value}`])),
      shares: `${shares}`,
      ...(told !== undefined && { told: `${told}` }),
      isExact: change.isExact,
      block: `${change.blockNumber}`,
      transaction: change.transactionHash,
      logIndex: change.logIndex,
    }
    return `${index === 0 ? '' : ','}\n${JSON.stringify(line)}`
  }
  const about = JSON.stringify({ token: 'STBT', decimals: 18, ...owner })
  return longFile(entriesOf(days), lineOf, { head: `${about.slice(0, -1)},"entries":[`, tail: '\n]}\n' })
}

type DatedEntry = { readonly day: bigint; readonly entry: Entry }
const entriesOf = (days: readonly Day[]): readonly DatedEntry[] =>
  days.flatMap(({ day, entries }) => entries.map((entry) => ({ day, entry })))

/** What the event of a movement itself says of the amount. */
function toldOf({ what }: Change): bigint | undefined {
  return 'move' in what ? what.move.told : undefined
}
