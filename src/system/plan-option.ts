import type { Address } from 'viem'

import { parseAmount } from '../math/amount'
import { readRecipient, type KnownContract } from '../tx/plan/recipient'
import type { Found, PlanMaker } from './script'

type Typed = Parameters<PlanMaker['make']>[2]

/** What can't be found out or done, with its sentence. */
export const unknown = (reason: string) => ({ isKnown: false, reason }) as const

/** What was found out. */
export const known = <T>(value: T) => ({ isKnown: true, value }) as const

/** A typed amount in base units of a token with `decimals`, or a whole number with 0 of them, 0 too; else the reason why it is none. */
export function typedAmountOrNone(typed: Typed, name: string, decimals: number): Found<bigint> {
  const parsed = parseAmount(typed[name] ?? '', decimals)
  return parsed.isOk ? known(parsed.value) : unknown(`--${name}: ${parsed.problem}`)
}

/** A typed amount in base units of a token with `decimals`, more than 0; else the reason why it is none. */
export function typedAmount(typed: Typed, name: string, decimals: number): Found<bigint> {
  const amount = typedAmountOrNone(typed, name, decimals)
  return amount.isKnown && amount.value === 0n ? unknown(`--${name}: More than 0 is needed.`) : amount
}

/** A typed address where nothing is lost that goes there, the account's own too; else the reason why it is none. */
export function typedRecipient(
  typed: Typed,
  name: string,
  account: Address,
  contracts: readonly KnownContract[] = [],
): Found<Address> {
  const to = readRecipient(typed[name] ?? '', account, contracts)
  if (to.kind === 'self') return known(account)
  if (to.kind === 'invalid') return unknown(`--${name}: ${to.problem}`)
  return to.warning === undefined ? known(to.address) : unknown(`--${name}: ${to.warning}`)
}

/** One of a list by its typed number, or by its name; else the reason why it is none. */
export function typedOne<T>(
  typed: Typed,
  name: string,
  all: readonly T[],
  numberOf: (one: T) => string,
  word: 'number' | 'name' = 'number',
): Found<T> {
  const text = (typed[name] ?? '').trim()
  const one = all.find((candidate) => numberOf(candidate) === text)
  if (one !== undefined) return known(one)
  const numbers = all.slice(0, 20).map(numberOf)
  const more = all.length > numbers.length ? ', …' : ''
  return unknown(
    numbers.length === 0
      ? `--${name}: There is none to choose from.`
      : `--${name}: ${text === '' ? `A ${word} is needed` : `There is none with this ${word}`}. There are ${numbers.join(', ')}${more}.`,
  )
}
