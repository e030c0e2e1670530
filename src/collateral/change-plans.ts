import type { Address } from 'viem'

import { backingSettingsAbi } from '../../abis/BackingSettings'
import { displayDateTime } from '../math/time'
import { actOn, answered } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Fact, Plan } from '../tx/plan/plan'
import { kinds } from './kinds'
import {
  backingOf,
  collateralPlan,
  engineFact,
  engineOf,
  type PlanContext,
  type PlanType,
} from './plan-parts'
import { osmFacts, osmOf, type PlanOsm } from './price-parts'
import { t } from '../words/t'

/** Whose parameter changes. */
export type Changed =
  | { readonly kind: 'type'; readonly type: PlanType }
  | { readonly kind: 'backing'; readonly settings: Address }
  | { readonly kind: 'price'; readonly price: PlanOsm }

/** A change of a parameter that waits. */
export type WaitingChange = {
  readonly key: number
  readonly value: bigint
  readonly effectiveAt: bigint
  /** The parameter, from what to what. */
  readonly what: string
}

/** Lets a change hold whose public delay is over; anyone may. rules.md C3 */
export function applyChange(context: PlanContext, of: Changed, change: WaitingChange): Plan {
  const { key, value, effectiveAt, what } = change
  const [target, facts] = changedIn(context, of)
  const act = actOn(target, {
    title: t`Apply the change of ${what}`,
    functionName: 'applyChange',
    args: [BigInt(key)],
    event: { name: 'ParameterChanged', args: { key: BigInt(key), value } },
  })
  const means = t`The change of ${what} waits until ${displayDateTime(effectiveAt)}`
  const waits = { means, functionName: 'pendingOf', args: [BigInt(key)], expects: { value, effectiveAt } }
  return collateralPlan(context, kinds.applyChange, act, { restsOn: [...facts, answered(target, waits)] })
}

function changedIn(context: PlanContext, of: Changed): readonly [Target, readonly Fact[]] {
  if (of.kind === 'type') return [engineOf(of.type), [engineFact(context, of.type)]]
  if (of.kind === 'price') return [osmOf(of.price.osm, of.price.name), osmFacts(context, of.price)]
  const answer = { functionName: 'settings', args: [], expects: of.settings }
  return [
    { address: of.settings, label: t`Settings of the backing`, abi: backingSettingsAbi },
    [answered(backingOf(context), { means: t`The backing goes by these settings`, ...answer })],
  ]
}
