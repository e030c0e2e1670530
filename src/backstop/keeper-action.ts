import { knownValue } from '../math/reading'
import type { Plan } from '../tx/plan/plan'
import {
  finalizeSale,
  fixCompensation,
  fixUpfront,
  fundMakeWhole,
  fundUpfront,
  reserveMstr,
  returnSeriesBtc,
  settle,
  sweepLedger,
} from './bond-plans'
import type { PlanContext } from './plans'
import type { Series, SeriesState } from './snapshot'
import { isReserveKnown } from './claims-view'
import { compensationNeeds, reserveNeeds, upfrontNeeds } from './price-record'
import type { PriceNeed, PriceRecord } from './price-record'
import { phaseOf } from './enums'
import { t } from '../words/t'

/** Something a series waits for, that anyone may do. */
export type KeeperAction = {
  readonly kind:
    | 'finalizeSale'
    | 'reserveMstr'
    | 'fundUpfront'
    | 'settle'
    | 'fixCompensation'
    | 'fundMakeWhole'
    | 'returnSeriesBtc'
    | 'sweepLedger'
  readonly label: string
  readonly why: string
  /** Average prices that have to be on record before. */
  readonly needs: readonly PriceNeed[]
  readonly plan: (context: PlanContext, prices: readonly PriceRecord[]) => Plan
}

const none: readonly PriceNeed[] = []

const finalizing: Omit<KeeperAction, 'plan'> = {
  kind: 'finalizeSale',
  label: t`Finalize sale`,
  why: t`Releases the surplus and records the upfront share.`,
  needs: none,
}
const reserving: Omit<KeeperAction, 'needs'> = {
  kind: 'reserveMstr',
  label: t`Reserve MSTR`,
  why: t`Mints the stakers’ reserve at the price of the sale’s close.`,
  plan: reserveMstr,
}
const fixingUpfront: Omit<KeeperAction, 'needs'> = {
  kind: 'fundUpfront',
  label: t`Fix upfront share`,
  why: t`Fixes the upfront share at the price of the sale’s close, and pays what the treasury has of it.`,
  plan: fixUpfront,
}
const fundingUpfront: KeeperAction = {
  kind: 'fundUpfront',
  label: t`Fund upfront share`,
  why: t`The treasury still owes a part of the upfront share.`,
  needs: none,
  plan: fundUpfront,
}
const settling: KeeperAction = {
  kind: 'settle',
  label: t`Settle`,
  why: t`Fixes who pays the Notes, and releases the rest of the stake.`,
  needs: none,
  plan: settle,
}
const fixingCompensation: Omit<KeeperAction, 'needs'> = {
  kind: 'fixCompensation',
  label: t`Fix compensation`,
  why: t`Fixes what the stakers get for the stake used, at the prices of maturity.`,
  plan: fixCompensation,
}
const fundingMakeWhole: KeeperAction = {
  kind: 'fundMakeWhole',
  label: t`Fund make-whole`,
  why: t`Stakers are still owed BTC.`,
  needs: none,
  plan: fundMakeWhole,
}
const returningBtc: KeeperAction = {
  kind: 'returnSeriesBtc',
  label: t`Return BTC`,
  why: t`The stakers are paid in full; the series’ other BTC goes back to the treasury.`,
  needs: none,
  plan: returnSeriesBtc,
}
const sweeping: KeeperAction = {
  kind: 'sweepLedger',
  label: t`Sweep ledger`,
  why: t`The ledger holds more than the Notes need; the rest goes to the treasury.`,
  needs: none,
  plan: sweepLedger,
}

/** All that the series waits for now, or next; no one of them waits for another. rules.md B5, B6, B9, B11–B13, B18 */
export function keeperActionsOf(series: Series, state: SeriesState): readonly KeeperAction[] {
  const phase = phaseOf(state)
  if (phase === 'Sale') return [{ ...finalizing, plan: (context) => finalizeSale(context, state) }]
  if (!state.isFinalized) return []
  return [
    ...(phase === 'Settled' ? afterSettlement(series, state) : beforeSettlement(series, state)),
    ...(!state.isUpfrontFixed && state.upfrontUsdt > 0n
      ? [{ ...fixingUpfront, needs: upfrontNeeds(series.terms) }]
      : []),
    ...(state.upfrontFunded < state.upfrontTotal ? [fundingUpfront] : []),
  ]
}

function beforeSettlement({ terms }: Series, state: SeriesState): readonly KeeperAction[] {
  return isReserveKnown(terms, state) ? [settling] : [{ ...reserving, needs: reserveNeeds(terms) }, settling]
}

function afterSettlement({ terms, settlement }: Series, state: SeriesState): readonly KeeperAction[] {
  const sweep = state.ledgerUsdt > state.outstandingUsdt ? [sweeping] : []
  const result = knownValue(settlement)
  if (!result) return sweep
  if (result.fixedAt === 0n) {
    const needs = compensationNeeds(terms, state, result.usedUsdt)
    return [{ ...fixingCompensation, needs }, ...sweep]
  }
  if (result.btcFunded < result.btcOwed) return [fundingMakeWhole, ...sweep]
  return state.seriesBtc > 0n ? [returningBtc, ...sweep] : sweep
}
