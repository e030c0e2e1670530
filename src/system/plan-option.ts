import { parseAmount } from '../math/amount'
import type { Found, PlanMaker } from './script'

type Typed = Parameters<PlanMaker['make']>[2]

/** What can't be found out or done, with its sentence. */
export const unknown = (reason: string) => ({ isKnown: false, reason }) as const

/** What was found out. */
export const known = <T>(value: T) => ({ isKnown: true, value }) as const

/** A typed amount in base units of a token with `decimals`, more than 0; else the reason why it is none. */
export function typedAmount(typed: Typed, name: string, decimals: number): Found<bigint> {
  const parsed = parseAmount(typed[name] ?? '', decimals)
  if (!parsed.isOk) return unknown(`--${name}: ${parsed.problem}`)
  return parsed.value === 0n ? unknown(`--${name}: More than 0 is needed.`) : known(parsed.value)
}

/** One of a list by its typed number; else the reason why it is none. */
export function typedOne<T>(
  typed: Typed,
  name: string,
  all: readonly T[],
  numberOf: (one: T) => string,
): Found<T> {
  const text = (typed[name] ?? '').trim()
  const one = all.find((candidate) => numberOf(candidate) === text)
  if (one !== undefined) return known(one)
  const numbers = all.slice(0, 20).map(numberOf)
  const more = all.length > numbers.length ? ', …' : ''
  return unknown(
    numbers.length === 0
      ? `--${name}: There is none to choose from.`
      : `--${name}: ${text === '' ? 'A number is needed' : 'There is none with this number'}. There are ${numbers.join(', ')}${more}.`,
  )
}
