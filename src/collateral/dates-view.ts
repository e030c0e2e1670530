import { isSafe } from '../math/collateral'
import { knownValue, type Reading } from '../math/reading'
import type { CalendarEvent } from '../ui/calendar-file'
import type { Changed, WaitingChange } from './change-plans'
import { changeText, priceText } from './format'
import { oraclesOf, planOsmOf } from './oracle-view'
import {
  backingParameters,
  backingValues,
  LIQUIDATION_RATIO,
  priceParameters,
  vaultParameters,
  vaultValues,
  type ParameterWords,
} from './parameter-view'
import { planTypeOf } from './plan-parts'
import type { TypeRisk } from './risk-view'
import type { Collateral, CollateralType, Pending } from './snapshot'
import { plural, t } from '../words/t'

/** Something that comes at a known time. */
export type Coming = {
  readonly key: string
  /** Unix seconds. */
  readonly at: bigint
  readonly what: string
  readonly detail: string
  /** A change that anyone can apply from then on; until somebody does, nothing has changed. */
  readonly change?: WaitingChange & { readonly of: Changed | undefined }
}

/** Steps of prices, due dates and changes of parameters that wait, the earliest first. rules.md C3, C8, C13 */
export function datesOf(collateral: Collateral, judged: readonly TypeRisk[]): readonly Coming[] {
  const all = [
    ...stepsOf(collateral),
    ...dueOf(collateral.types),
    ...collateral.types.flatMap((type) =>
      changesOf(
        type,
        judged.find((one) => one.type === type),
      ),
    ),
    ...otherChangesOf(collateral),
  ]
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** Prices that step in the same second are one line. */
function stepsOf(collateral: Collateral): readonly Coming[] {
  const steps = oraclesOf(collateral).flatMap(({ name, prices: told }) => {
    const prices = knownValue(told)
    if (!prices || prices.next === 0n) return []
    const { current, next, nextAt } = prices
    const change = current === 0n ? '' : ` (${changeText(current, next)})`
    return [{ at: nextAt, text: t`${name} ${priceText(next)} USD${change}` }]
  })
  return together(steps).map(({ at, texts }) => {
    return {
      ...{ key: `price ${at}`, at },
      what: texts.length === 1 ? t`Price: ${texts.join('')}` : t`Prices: ${texts.join('; ')}`,
      detail: t`By time alone: nobody has to do anything. Vaults are judged by it from then on.`,
    }
  })
}

/** Due dates of several types in the same second are one line. rules.md C13 */
function dueOf(types: readonly CollateralType[]): readonly Coming[] {
  const dues = types.flatMap(({ name, state }) =>
    state.isKnown && state.value.totals.art > 0n ? [{ at: state.value.nextDueAt, text: name }] : [],
  )
  return together(dues).map(({ at, texts }) => {
    return {
      ...{ key: `due ${at}`, at },
      what: t`Interest of vaults is due: ${texts.join(', ')}`,
      detail: t`What is unpaid then, and still is when the grace time ends, costs a late fee.`,
    }
  })
}

function together(
  all: readonly { readonly at: bigint; readonly text: string }[],
): readonly { readonly at: bigint; readonly texts: readonly string[] }[] {
  const byTime = new Map<bigint, string[]>()
  for (const { at, text } of all) byTime.set(at, [...(byTime.get(at) ?? []), text])
  return [...byTime].map(([at, texts]) => ({ at, texts }))
}

/** The changes of a type that wait. rules.md C3 */
export function changesOf(type: CollateralType, risk: TypeRisk | undefined): readonly Coming[] {
  const { place, name, pending, parameters } = type
  const now = knownValue(parameters)
  const plan = planTypeOf(type)
  return waitingOf(knownValue(pending) ?? [], {
    ...{ id: `${place}`, name, words: vaultParameters, values: now && vaultValues(now) },
    of: plan && { kind: 'type', type: plan },
    also: (key, change) => (key === LIQUIDATION_RATIO ? liquidatedText(risk, change) : ''),
  })
}

/** Those of the backing and of the delayed prices. rules.md C3 */
function otherChangesOf(collateral: Collateral): readonly Coming[] {
  const settings = knownValue(collateral.settings)
  const state = knownValue(collateral.backing)
  return [
    ...waitingOf((collateral.waiting ?? []).map(orNothing), {
      ...{ id: 'backing', name: t`Backing`, words: backingParameters },
      values: state && backingValues(state.parameters),
      of: settings && { kind: 'backing', settings },
    }),
    ...oraclesOf(collateral).flatMap((oracle) => {
      const price = planOsmOf(oracle)
      return waitingOf((oracle.module?.pending ?? []).map(orNothing), {
        ...{ id: oracle.name, name: t`Price of ${oracle.name}`, words: priceParameters, values: undefined },
        of: price && { kind: 'price', price },
      })
    }),
  ]
}

const orNothing = (reading: Reading<Pending>): Pending =>
  knownValue(reading) ?? { value: 0n, effectiveAt: 0n }

/** Whose changes could not be read. */
export function unreadChanges(collateral: Collateral): readonly string[] {
  const isMissing = (readings: readonly Reading<Pending>[]) => readings.some(({ isKnown }) => !isKnown)
  return [
    ...collateral.types.filter(({ pending }) => !pending.isKnown).map(({ name }) => name),
    ...(isMissing(collateral.waiting ?? []) || !collateral.settings.isKnown ? [t`the backing`] : []),
    ...oraclesOf(collateral)
      .filter(({ module }) => isMissing(module?.pending ?? []))
      .map(({ name }) => t`the price of ${name}`),
  ]
}

type Waiting = {
  readonly id: string
  readonly name: string
  readonly words: readonly ParameterWords[]
  /** Of now, where they are known. */
  readonly values: readonly bigint[] | undefined
  readonly of: Changed | undefined
  readonly also?: (key: number, change: Pending) => string
}

function waitingOf(
  pending: readonly Pending[],
  { id, name, words, values, of, also }: Waiting,
): readonly Coming[] {
  return pending.flatMap((change, key) => {
    const word = words[key]
    if (change.effectiveAt === 0n) return []
    const was = values?.[key]
    const [parameter, value] = [word?.name ?? t`parameter ${key}`, word?.text(change.value) ?? change.value]
    const what =
      word && was !== undefined
        ? t`${name}, ${parameter}: ${word.text(was)} → ${value}`
        : t`${name}, ${parameter}: ${value}`
    return [
      {
        ...{ key: `change ${id}/${key}`, at: change.effectiveAt, what },
        change: { ...change, key, what, of },
        detail: `${word?.means ?? t`This app does not know this parameter.`}${also?.(key, change) ?? ''}`,
      },
    ]
  })
}

/** How many vaults another liquidation ratio would liquidate at the current price. rules.md C5 */
function liquidatedText(risk: TypeRisk | undefined, { value }: Pending): string {
  if (!risk) return ''
  const count = risk.risks.filter(
    ({ debt, collateral, band }) => band !== 'liquidatable' && !isSafe(debt, collateral, risk.price, value),
  ).length
  if (count === 0) return t` At the current price it would make no further vault liquidatable.`
  return plural(
    count,
    ' At the current price it would make {n} more vault liquidatable.',
    ' At the current price it would make {n} more vaults liquidatable.',
  )
}

/** For a person's own calendar. */
export function comingEvent({ key, at, what, detail }: Coming, chainId: number, now: bigint): CalendarEvent {
  return {
    uid: `collateral-${chainId}-${key.replace(/\W+/g, '-')}`,
    ...{ title: what, description: detail, startsAt: at, endsAt: at, writtenAt: now },
    alarms: [at - now > DAY ? ['-P1D', t`${what}: in a day`] : ['PT0S', t`${what}: now`]],
  }
}

const DAY = 86_400n
