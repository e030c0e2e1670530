import type { Found, PlanMaker } from '../system/script'
import { known, typedOne, unknown } from '../system/plan-option'
import type { Plan } from '../tx/plan/plan'
import { collateralAt } from './collateral-at'
import { collateralContracts } from './contracts'
import { planTypeOf, type PlanContext, type PlanType } from './plan-parts'
import type { Collateral, CollateralType, Lists } from './snapshot'

export type Typed = Parameters<PlanMaker['make']>[2]
export type Options = PlanMaker['options']

/** Nothing but the types themselves, and what the account has of each token. */
export const noLists: Lists = { vaults: false, auctions: false, hasForms: true }

/** A plan that goes by TUSDT at this block; what is read of it can depend on what was typed. */
export function inCollateral(
  what: string,
  options: Options,
  listsOf: (typed: Typed) => Found<Lists>,
  make: (context: PlanContext, collateral: Collateral, typed: Typed) => Found<Plan>,
): PlanMaker {
  return {
    what,
    options,
    async make(at, account, typed) {
      const lists = listsOf(typed)
      if (!lists.isKnown) return lists
      const read = await collateralAt(at, lists.value, account)
      if (!read.isKnown) return read
      const { tusdt } = read.value
      if (!tusdt.isKnown) return tusdt
      const { network } = at
      const context = { network, account, addresses: collateralContracts(network), tusdt: tusdt.value }
      return make(context, read.value, typed)
    },
  }
}

/** A type as plans speak of it. */
export function plannedType(type: CollateralType): Found<PlanType> {
  const planned = planTypeOf(type)
  return planned ? known(planned) : unknown(`The token of ${type.name} is not known.`)
}

export const typeOption = { type: { what: 'Number of the collateral type, from 1', kind: 'number' } } as const

/** A type by its place in the book. */
export const typedType = (typed: Typed, { types }: Collateral) =>
  typedOne(typed, 'type', types, ({ place }) => `${place}`)

/** Where a vault or an auction is: "1/12" is number 12 of the first type, as its page is named. */
export function typedPlace(
  typed: Typed,
  name: string,
): Found<{ readonly place: number; readonly id: bigint }> {
  const [, place, id] = /^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec((typed[name] ?? '').trim()) ?? []
  if (place === undefined || id === undefined)
    return unknown(`--${name}: Type and number are needed, like 1/12.`)
  // eslint-disable-next-line no-restricted-syntax -- a place in a list, not an amount
  return known({ place: Number(place), id: BigInt(id) })
}
