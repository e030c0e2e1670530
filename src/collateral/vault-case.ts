import { type Calendar, type VaultNow } from '../math/collateral-due'
import { debtAt, type Ratios } from '../math/collateral-vault'
import type { Prices } from './snapshot'

/** How long a person has to sign, and the chain to take it: until then bounds, Max and what fills a form stay true. */
export const INCLUSION_SECONDS = 3_600n

/** A vault as a form goes on from it: itself, and what it is judged by. */
export type VaultCase = {
  readonly now: VaultNow
  readonly calendar: Calendar
  readonly ratios: Ratios
  readonly prices: Prices
  readonly dust: bigint
}

/** The last moment for which a form promises something, unix seconds. */
export const includedBy = ({ now }: Pick<VaultCase, 'now'>): bigint => now.rate.at + INCLUSION_SECONDS

/** The most that the debt can be when the chain takes what is signed now, if nobody pays. rules.md C4 */
export const mostDebtOf = (one: VaultCase): bigint => debtAt(one.now, one.calendar, includedBy(one))
