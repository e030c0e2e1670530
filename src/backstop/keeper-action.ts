import { knownValue } from '../math/reading'
import type { Plan } from '../tx/plan/plan'
import { finalizeSale, fundMakeWhole, fundUpfront, settle } from './bond-plans'
import type { PlanContext } from './plans'
import type { Series, SeriesState } from './snapshot'
import { phaseOf } from './enums'

/** Something a series waits for, that anyone may do. */
export type KeeperAction = {
  readonly kind: 'finalizeSale' | 'fundUpfront' | 'settle' | 'fundMakeWhole'
  readonly label: string
  readonly why: string
  readonly plan: (actor: PlanContext) => Plan
}

const finalizing: KeeperAction = {
  kind: 'finalizeSale',
  label: 'Finalize sale',
  why: 'Releases the surplus and pays the upfront share.',
  plan: finalizeSale,
}
const fundingUpfront: KeeperAction = {
  kind: 'fundUpfront',
  label: 'Fund upfront share',
  why: 'The treasury still owes a part of the upfront share.',
  plan: fundUpfront,
}
const settling: KeeperAction = {
  kind: 'settle',
  label: 'Settle',
  why: 'Fixes who pays the Notes, and the stakers’ compensation.',
  plan: settle,
}
const fundingMakeWhole: KeeperAction = {
  kind: 'fundMakeWhole',
  label: 'Fund make-whole',
  why: 'The treasury still owes BTC to the stakers.',
  plan: fundMakeWhole,
}

/** What the series waits for now, or next. rules.md B5, B9, B11, B13 */
export function keeperActionOf({ settlement }: Series, state: SeriesState): KeeperAction | undefined {
  const phase = phaseOf(state)
  if (phase === 'Sale') return finalizing
  if (!state.isFinalized) return undefined
  if (state.upfrontFunded < state.upfrontTotal) return fundingUpfront
  if (phase !== 'Settled') return settling
  const result = knownValue(settlement)
  return result && result.btcFunded < result.btcOwed ? fundingMakeWhole : undefined
}
