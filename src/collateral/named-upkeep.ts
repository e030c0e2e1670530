import { isAddressEqual, zeroAddress } from 'viem'

import { knownValue } from '../math/reading'
import { known, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { applyChange } from './change-plans'
import { datesOf } from './dates-view'
import { inCollateral, noLists, plannedType, typedType, typeOption } from './named-parts'
import { oraclesOf, planOsmOf, type Oracle } from './oracle-view'
import type { PlanContext, PlanType } from './plan-parts'
import { poolOf } from './price-legs'
import type { PlanOsm } from './price-parts'
import { observeLiquidity, observePrice, poke, unfreeze } from './price-plans'
import { risksOf } from './risk-view'
import type { Collateral, CollateralType, Lists } from './snapshot'
import { raisableCeiling } from './type-view'
import { refreshCeiling } from './upkeep-plans'

const upkeepLists: Lists = { ...noLists, upkeep: true }

/** A plan about one delayed price. */
function ofPrice(
  what: string,
  make: (context: PlanContext, price: PlanOsm, oracle: Oracle) => Found<Plan>,
): PlanMaker {
  return inCollateral(
    what,
    {
      price: { what: 'Number of the collateral type whose price it is; 0 for the backing’s', kind: 'number' },
    },
    () => known(upkeepLists),
    (context, collateral, typed) => {
      const oracle = typedOne(typed, 'price', oraclesOf(collateral), ({ type }) => `${type?.place ?? 0}`)
      if (!oracle.isKnown) return oracle
      const price = planOsmOf(oracle.value)
      return price ? make(context, price, oracle.value) : unknown('What makes this price is not known.')
    },
  )
}

/** A plan about one collateral type. */
function ofType(
  what: string,
  make: (context: PlanContext, type: PlanType, found: CollateralType, now: bigint) => Found<Plan>,
): PlanMaker {
  return inCollateral(
    what,
    typeOption,
    () => known(upkeepLists),
    (context, collateral, typed) => {
      const found = typedType(typed, collateral)
      if (!found.isKnown) return found
      const type = plannedType(found.value)
      return type.isKnown ? make(context, type.value, found.value, collateral.timestamp) : type
    },
  )
}

/** Changes whose public delay may be over, each with what applies it. */
function changesIn(collateral: Collateral) {
  return datesOf(collateral, risksOf(collateral.types).judged).flatMap(({ key, change }) =>
    change?.of ? [{ key: key.replace(/^change /, ''), of: change.of, change }] : [],
  )
}

/** What anyone may do for prices, ceilings and parameters, by name. */
export const upkeepPlans: SystemScript['plans'] = {
  poke: ofPrice('Queue the next price', (context, price) => known(poke(context, price))),
  unfreeze: ofPrice('End a freeze of a price whose delay is over', (context, price) =>
    known(unfreeze(context, price)),
  ),
  observePrice: ofPrice('Note the average price of a subnet’s pool', (context, { osm, type }, oracle) => {
    const pool = poolOf(oracle.type?.legs)
    return pool && type
      ? known(observePrice(context, { type, osm, source: pool.source, average: pool.average }))
      : unknown('This price is not made from a pool.')
  }),
  observeLiquidity: ofType('Sample what the pool of a type holds', (context, type, { name, parameters }) => {
    const source = knownValue(parameters)?.liquiditySource
    return source === undefined || isAddressEqual(source, zeroAddress)
      ? unknown(`The ceiling of ${name} follows no pool.`)
      : known(observeLiquidity(context, type, source))
  }),
  refreshCeiling: ofType('Raise the ceiling of a type by a step', (context, type, found, now) => {
    const ceiling = raisableCeiling(found, now)
    return ceiling
      ? known(refreshCeiling(context, type, ceiling))
      : unknown(`The ceiling of ${found.name} can’t be raised now.`)
  }),
  applyChange: inCollateral(
    'Let a change of a parameter hold whose public delay is over',
    { change: { what: 'Which one, like 2/0: type, and number of the parameter', kind: 'number' } },
    () => known(upkeepLists),
    (context, collateral, typed) => {
      const one = typedOne(typed, 'change', changesIn(collateral), ({ key }) => key)
      return one.isKnown ? known(applyChange(context, one.value.of, one.value.change)) : one
    },
  ),
}
