import { DAY_SECONDS } from '../math/units'
import type { AccountReport, Alarm } from './report'

/** Something a person wants to be told of: it waits, comes within a day, was missed, or is wrong. */
export type Condition = {
  /** The same for as long as it is about the same thing: "collateral danger 1/12". */
  readonly key: string
  /** The system's id. */
  readonly system: string
  /** Said again when it changes: "BTAO vault 12 can be liquidated now". */
  readonly what: string
  readonly why: string
  readonly href: string
  readonly isDanger: boolean
  /** Unix seconds: until when something can be done about it, or when it is. */
  readonly at?: bigint
}

/** What stands in one system now; where it is not whole, what is not in it may still stand. */
export type Standing = {
  readonly system: string
  readonly conditions: readonly Condition[]
  readonly isWhole: boolean
}

/** What has been told, by key. */
export type Told = Readonly<Record<string, Pick<Condition, 'system' | 'what'>>>

export type News = {
  readonly kind: 'new' | 'changed' | 'over'
  readonly condition: Pick<Condition, 'key' | 'system' | 'what'> & Partial<Condition>
}

/** So long before its time a date is told. */
const LEAD_SECONDS = DAY_SECONDS

/** What a system's report says that a person wants to be told of, at `now` (unix seconds). Invitations are none of it. */
export function standingOf(
  system: string,
  { todos, dates, alarms, isWhole }: AccountReport & { readonly alarms: readonly Alarm[] },
  now: bigint,
): Standing {
  const waiting = todos
    .filter(({ isOffer = false }) => !isOffer)
    .map(({ key, what, why, href, isDanger = false, voidAt }): Condition => {
      return {
        ...{ key: `${system} ${key}`, system, what, why, href, isDanger },
        ...(voidAt && { at: voidAt }),
      }
    })
  const coming = dates
    .filter(({ at, isMissed = false }) => isMissed || (at > now && at - now <= LEAD_SECONDS))
    .map(({ key, what, detail, href, at }): Condition => {
      return { key: `${system} date ${key}`, system, what, why: detail, href, isDanger: false, at }
    })
  const wrong = alarms.map(({ key, what, why, href, isDanger = false }): Condition => {
    return { key: `${system} alarm ${key}`, system, what, why, href, isDanger }
  })
  return { system, conditions: [...wrong, ...waiting, ...coming], isWhole }
}

/**
 * What is new against what has been told, and what has been told then. Everything is told once, again when it says
 * something else, and once more when it is over: of a system that could not be read, or not in full, nothing is over.
 */
export function newsOf(
  told: Told,
  standing: readonly Standing[],
): { readonly news: readonly News[]; readonly told: Told } {
  const stands = new Map(standing.flatMap(({ conditions }) => conditions).map((one) => [one.key, one]))
  const whole = new Set(standing.filter(({ isWhole }) => isWhole).map(({ system }) => system))
  const isOver = ([key, { system }]: [string, Told[string]]) => !stands.has(key) && whole.has(system)
  const before = Object.entries(told)
  const fresh = [...stands.values()].flatMap((condition): News[] => {
    const former = Object.hasOwn(told, condition.key) ? told[condition.key] : undefined
    if (former?.what === condition.what) return []
    return [{ kind: former ? 'changed' : 'new', condition }]
  })
  const over = before
    .filter(isOver)
    .map(([key, { system, what }]): News => ({ kind: 'over', condition: { key, system, what } }))
  const kept = before.filter((one) => !isOver(one))
  const now = [...stands].map(([key, { system, what }]) => [key, { system, what }] as const)
  return { news: [...fresh, ...over], told: Object.fromEntries([...kept, ...now]) }
}
