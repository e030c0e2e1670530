import type { Address } from 'viem'

import { dexTwapSourceAbi } from '../../abis/DexTwapSource'
import { poolLiquidityAbi } from '../../abis/PoolLiquidity'
import { subnetSourceAbi } from '../../abis/SubnetSource'
import { actOn, answered } from '../tx/plan/build'
import type { Plan } from '../tx/plan/plan'
import { kinds } from './kinds'
import { collateralPlan, engineFact, engineOf, type PlanContext, type PlanType } from './plan-parts'
import { osmFacts, osmOf, type PlanOsm } from './price-parts'
import { t } from '../words/t'

/** Queues what the feed of a delayed price says now; anyone may. rules.md C8 */
export function poke(context: PlanContext, price: PlanOsm): Plan {
  const act = actOn(osmOf(price.osm, price.name), {
    title: t`Queue the next price of ${price.name}`,
    functionName: 'poke',
    args: [],
    event: { name: 'PriceQueued' },
  })
  return collateralPlan(context, kinds.poke, act, { restsOn: osmFacts(context, price) })
}

/** Ends a freeze whose public delay is over; anyone may. rules.md C8 */
export function unfreeze(context: PlanContext, price: PlanOsm): Plan {
  const act = actOn(osmOf(price.osm, price.name), {
    title: t`Unfreeze the price of ${price.name}`,
    functionName: 'unfreeze',
    args: [],
    event: { name: 'PriceCleared' },
  })
  return collateralPlan(context, kinds.unfreeze, act, {
    restsOn: osmFacts(context, price),
    notes: [
      t`What was queued before is void: there is no price until the feed has been queued twice, an hour apart.`,
    ],
  })
}

/** The pool of a subnet token: what its price and its ceiling are made of. */
export type PlanPool = {
  readonly type: PlanType
  readonly osm: Address
  readonly source: Address
  readonly average: Address
}

/** Begins a new window of the average price of a pool; anyone may, once an hour is over. rules.md C8 */
export function observePrice(context: PlanContext, { type, osm, source, average }: PlanPool): Plan {
  const act = actOn(
    { address: average, label: t`Average price of ${type.name}`, abi: dexTwapSourceAbi },
    {
      title: t`Note the average price of ${type.name}`,
      functionName: 'observe',
      args: [],
      event: { name: 'Observed' },
    },
  )
  const [osmTarget, sourceTarget] = [osmOf(osm, type.name), { address: source, abi: subnetSourceAbi }]
  return collateralPlan(context, kinds.observePrice, act, {
    restsOn: [
      ...osmFacts(context, { osm, name: type.name, type }),
      answered(osmTarget, {
        means: t`The price of ${type.name} comes from this source`,
        ...{ functionName: 'src', args: [], expects: source },
      }),
      answered(sourceTarget, {
        means: t`That source asks this average of a pool`,
        ...{ functionName: 'pool', args: [], expects: average },
      }),
    ],
  })
}

/** Samples what a pool holds; anyone may, at any time. rules.md C9 */
export function observeLiquidity(context: PlanContext, type: PlanType, liquidity: Address): Plan {
  const act = actOn(
    { address: liquidity, label: t`Liquidity of ${type.name}`, abi: poolLiquidityAbi },
    {
      title: t`Take a sample of the pool of ${type.name}`,
      functionName: 'observe',
      args: [],
      event: { name: 'Sampled' },
    },
  )
  return collateralPlan(context, kinds.observeLiquidity, act, {
    restsOn: [
      engineFact(context, type),
      answered(engineOf(type), {
        means: t`The ceiling of ${type.name} follows this pool`,
        ...{ functionName: 'valueOf', args: [LIQUIDITY_SOURCE], expects: BigInt(liquidity) },
      }),
    ],
  })
}

/** The engine's key of what tells how much a pool holds. */
const LIQUIDITY_SOURCE = 18n
