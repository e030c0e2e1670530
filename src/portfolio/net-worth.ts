import type { Address } from 'viem'

import type { UsdPrice, Worth, WorthPart } from '../system/worth'
import { t } from '../words/t'

/** What a system has told of an account's worth, on a page or to a script. */
type WorthAnswer = {
  readonly system: { readonly id: string; readonly name: string }
  readonly view:
    | { readonly status: 'loading' | 'error' }
    | { readonly status: 'ready'; readonly worth?: Worth; readonly isWhole: boolean }
}

/** The same of one of several accounts, and what the person calls it. */
type AccountAnswers = {
  readonly account: Address
  readonly who?: string
  readonly answers: readonly WorthAnswer[]
}

/** A part of what the account has. */
export type Holding = Pick<WorthPart, 'key' | 'what' | 'where'> & {
  /** The system's name, or "Wallet". */
  readonly group: string
  /** Whose it is, where several accounts are added up. */
  readonly who?: string
  /** USD cents, cut; undefined where it is not known. */
  readonly cents: bigint | undefined
}

export type Group = { readonly name: string; readonly cents: bigint }

/** What the account has in all systems together. */
export type NetWorth = {
  readonly holdings: readonly Holding[]
  /** Of what has a worth: the systems in their order, then the wallet. */
  readonly groups: readonly Group[]
  /** The sum of the holdings as they are shown. */
  readonly cents: bigint
  /** False where something that may be the account's is not in the sum because it could not be read. */
  readonly isComplete: boolean
  readonly prices: readonly UsdPrice[]
  readonly notCounted: readonly string[]
}

/** What lies in the account and in no system. */
export const WALLET = t`Wallet`
const WAD_PER_CENT = 10n ** 16n

/**
 * Adds up what the systems tell, in cents: each part is cut before it is added, so that the sum is that of the figures on
 * screen. A token that several systems read counts once. Undefined while none has answered.
 */
export function netWorthOf(answers: readonly WorthAnswer[]): NetWorth | undefined {
  const told = answers.flatMap(({ system, view }) =>
    view.status === 'ready' && view.worth ? [{ system, worth: view.worth }] : [],
  )
  if (told.length === 0) return undefined
  const parts = told.flatMap(({ system, worth }) => worth.parts.map((part) => ({ system, part })))
  const once = parts.filter(
    ({ part: { token } }, index) =>
      token === undefined || parts.findIndex(({ part }) => part.token === token) === index,
  )
  const rows = once.map(({ system, part: { key, what, where, token, usdWad } }): Holding => ({
    ...{ key: `${system.id} ${key}`, what, where },
    group: token === undefined ? system.name : WALLET,
    cents: usdWad === undefined ? undefined : usdWad / WAD_PER_CENT,
  }))
  const names = [...told.map(({ system }) => system.name), WALLET]
  return {
    ...inGroups(rows, names),
    isComplete:
      rows.every(({ cents }) => cents !== undefined) &&
      answers.every(({ view }) => view.status === 'ready' && view.isWhole),
    prices: distinct(once.flatMap(({ part: { price, usdWad } }) => (price && usdWad ? [price] : []))),
    notCounted: told.flatMap(({ worth }) => worth.notCounted),
  }
}

/**
 * What all accounts have together: of each what netWorthOf says, and whose it is. What can't be told of one of them makes
 * the sum incomplete. Undefined while nothing is told.
 */
export function netWorthOfAll(told: readonly AccountAnswers[]): NetWorth | undefined {
  const each = told.map((one) => ({ ...one, worth: netWorthOf(one.answers) }))
  const known = each.flatMap(({ worth, ...whose }) => (worth ? [{ worth, ...whose }] : []))
  const [first] = known
  if (each.length < 2 || !first) return first?.worth
  const rows = known.flatMap(({ account, who, worth }) =>
    worth.holdings.map((holding) => ({
      ...holding,
      key: `${account} ${holding.key}`,
      ...(who !== undefined && { who }),
    })),
  )
  const names = [...new Set(rows.map(({ group }) => group).filter((name) => name !== WALLET)), WALLET]
  return {
    ...inGroups(rows, names),
    isComplete: each.every(({ worth }) => worth?.isComplete === true),
    prices: distinct(known.flatMap(({ worth }) => worth.prices)),
    notCounted: known.flatMap(({ account, who = account, worth }) =>
      worth.notCounted.map((what) => `${what} (${who})`),
    ),
  }
}

/** Holdings by their group, in the order of `names`, with the sums. */
function inGroups(
  rows: readonly Holding[],
  names: readonly string[],
): Pick<NetWorth, 'holdings' | 'groups' | 'cents'> {
  const holdings = names.flatMap((name) => rows.filter(({ group }) => group === name))
  const groups = names.flatMap((name) => {
    const cents = sumOf(holdings.filter(({ group }) => group === name))
    return cents > 0n ? [{ name, cents }] : []
  })
  return { holdings, groups, cents: sumOf(holdings) }
}

function sumOf(holdings: readonly Holding[]): bigint {
  return holdings.reduce((sum, { cents }) => sum + (cents ?? 0n), 0n)
}

function distinct(prices: readonly UsdPrice[]): readonly UsdPrice[] {
  return prices.filter(({ of }, index) => prices.findIndex((other) => other.of === of) === index)
}
