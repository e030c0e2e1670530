import type { Address } from 'viem'

import { osmAbi } from '../../abis/Osm'
import { answered } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Fact } from '../tx/plan/plan'
import { backingOf, engineFact, engineOf, type PlanContext, type PlanType } from './plan-parts'
import { t } from '../words/t'

/** A delayed price, and who uses it: a type, or else the backing. */
export type PlanOsm = { readonly osm: Address; readonly name: string; readonly type: PlanType | undefined }

export const osmOf = (address: Address, name: string): Target => {
  return { address, label: t`Delayed price of ${name}`, abi: osmAbi }
}

/** Why this is the price that they go by. */
export function osmFacts(context: PlanContext, { osm, name, type }: PlanOsm): readonly Fact[] {
  if (!type) return [usedBy(backingOf(context), 'osm', osm, name)]
  return [engineFact(context, type), usedBy(engineOf(type), 'valueOf', osm, name)]
}

/** The engine keeps the address as a number. */
function usedBy(target: Target, functionName: 'osm' | 'valueOf', osm: Address, name: string): Fact {
  const means = t`The ${target.label} go by this price of ${name}`
  if (functionName === 'osm') return answered(target, { means, functionName, args: [], expects: osm })
  return answered(target, { means, functionName, args: [PRICE_MODULE], expects: BigInt(osm) })
}

/** The contract's key of the price module. */
const PRICE_MODULE = 17n
