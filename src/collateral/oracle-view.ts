import { isAddress } from 'viem'

import { knownValue, mapReading, type Reading } from '../math/reading'
import { planTypeOf } from './plan-parts'
import { legsOf, type Legs } from './price-legs'
import type { PlanOsm } from './price-parts'
import type { Collateral, CollateralType, ModuleData, Prices } from './snapshot'
import { t } from '../words/t'

/** One delayed price, and what uses it. */
export type Oracle = {
  readonly name: string
  readonly prices: Reading<Prices>
  readonly module: ModuleData | undefined
  /** Whose price it is; undefined for the backing's. */
  readonly type: CollateralType | undefined
  /** Of a subnet token. */
  readonly legs: Legs | undefined
}

/** The backing's price and that of every type; what has one module is one price. rules.md C8 */
export function oraclesOf({
  backing,
  module,
  types,
}: Pick<Collateral, 'backing' | 'module' | 'types'>): readonly Oracle[] {
  const osm = module?.frozenAt.source.contract
  const isSame = (other: ModuleData | undefined) =>
    osm !== undefined && other?.frozenAt.source.contract === osm
  const shared = types.filter((type) => isSame(type.module)).map(({ name }) => t`vaults of ${name}`)
  return [
    {
      name: [t`TAO, backing`, ...shared].join(t` and `),
      prices: mapReading(backing, ({ prices }) => prices),
      module,
      ...{ type: undefined, legs: undefined },
    },
    ...types
      .filter((type) => !isSame(type.module))
      .map((type) => {
        const { name, state, module: own, legs } = type
        const prices = mapReading(state, (known) => known.prices)
        return { name, prices, module: own, type, legs: legsOf(legs) }
      }),
  ]
}

/** Since when a price is frozen and from when on anyone may end that, unix seconds; undefined where it is not so. */
export function freezeOf(module: ModuleData | undefined): {
  readonly since: bigint | undefined
  readonly until: bigint | undefined
} {
  const positive = (reading: Reading<bigint> | undefined) => {
    const value = knownValue(reading)
    return value === 0n ? undefined : value
  }
  return { since: positive(module?.frozenAt), until: positive(module?.unfreezeAt) }
}

/** A price as a plan speaks of it; undefined while its module, or the type that goes by it, is not known. */
export function planOsmOf({ name, module, type }: Oracle): PlanOsm | undefined {
  const osm = module?.frozenAt.source.contract
  const planType = type && planTypeOf(type)
  if (osm === undefined || !isAddress(osm) || (type && !planType)) return undefined
  return { osm, name, type: planType }
}
