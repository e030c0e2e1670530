import { knownValue } from '../math/reading'
import { usdt } from '../math/tether'
import type { Claim } from './plans'
import type { Series, SeriesState } from './snapshot'
import { stageOf } from './stage'
import { claimNow, claimParts } from './view'
import { t } from '../words/t'

/** One series in a list of what an account can take. */
export type SeriesRow = {
  readonly series: Series
  /** What can be taken now, in words; undefined while it is not known. */
  readonly takes: readonly string[] | undefined
  /** The USDT in it, for the order; 6 decimals. */
  readonly usdtAmount: bigint
}

/** All that a series owes the account now. rules.md B8 */
export function claimRow(series: Series): SeriesRow {
  const due = dueOf(series)
  const state = knownValue(series.state)
  if (!due || !state) return { series, takes: undefined, usdtAmount: 0n }
  const takes = [...claimParts(due), ...(mayRank(series, state) ? [t`warrants, not allocated yet`] : [])]
  return { series, takes, usdtAmount: due.usdtAmount + (due.upfrontAsset === 'USDT' ? due.upfront : 0n) }
}

/** The stake that a series has released. rules.md B7 */
export function withdrawRow(series: Series): SeriesRow {
  const usdtAmount = knownValue(series.position)?.claimableUsdt
  if (usdtAmount === undefined) return { series, takes: undefined, usdtAmount: 0n }
  return { series, takes: usdtAmount > 0n ? [usdt(usdtAmount)] : [], usdtAmount }
}

/** What `claim` pays now; undefined while it is not known. */
export function dueOf({ terms, position }: Series): Claim | undefined {
  const known = knownValue(position)
  return known && claimNow(terms, known)
}

/** Warrants are due, and how many is only known once all stakers are ranked. rules.md B10 */
export function mayRank({ position }: Series, state: SeriesState): boolean {
  const isUnranked = state.isFinalized && state.warrantTotal > 0n && !state.isWarrantAllocationComplete
  return isUnranked && knownValue(position)?.hasClaimedWarrants === false
}

/** Something can be taken; what is not known may be. */
export function isTakeable({ takes }: SeriesRow): boolean {
  return takes === undefined || takes.length > 0
}

export const orders = {
  takeable: t`Claimable first`,
  amount: t`USDT, highest first`,
  date: t`Next date`,
  name: t`Name`,
} as const
export type Order = keyof typeof orders

/** `now`: the chain's clock, unix seconds. Rows that are alike in that order stay as they were. */
export function sorted(
  rows: readonly SeriesRow[],
  order: Order,
  now: bigint | undefined,
): readonly SeriesRow[] {
  switch (order) {
    case 'takeable':
      return [...rows.filter(isTakeable), ...rows.filter((row) => !isTakeable(row))]
    case 'amount':
      return rows.toSorted((a, b) => compare(b.usdtAmount, a.usdtAmount))
    case 'date':
      return rows.toSorted((a, b) => compare(dateOf(a, now), dateOf(b, now)))
    case 'name':
      return rows.toSorted((a, b) => a.series.name.localeCompare(b.series.name, 'en', { numeric: true }))
  }
}

/** Those whose name or stage has the text in it. */
export function found(
  rows: readonly SeriesRow[],
  text: string,
  now: bigint | undefined,
): readonly SeriesRow[] {
  const wanted = text.trim().toLowerCase()
  return rows.filter(({ series: { name, terms, state } }) => {
    const stage = state.isKnown ? stageOf(terms, state.value, now).label : ''
    return `${name} ${stage}`.toLowerCase().includes(wanted)
  })
}

/** No date comes last. */
const NEVER = 2n ** 255n

function dateOf({ series: { terms, state } }: SeriesRow, now: bigint | undefined): bigint {
  return (state.isKnown && stageOf(terms, state.value, now).next?.at) || NEVER
}

function compare(a: bigint, b: bigint): number {
  return a === b ? 0 : a > b ? 1 : -1
}
