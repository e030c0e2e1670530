import { maxUint256, type Address } from 'viem'

import { amountText, exactText } from '../math/amount'
import type { Take } from '../math/collateral'
import { actOn, flow, flowUpTo, recipientOf, spendingBy } from '../tx/plan/build'
import type { Plan } from '../tx/plan/plan'
import { priceText } from './format'
import { kinds } from './kinds'
import {
  bookOf,
  collateralAsset,
  collateralFacts,
  collateralPlan,
  engineFact,
  engineOf,
  tusdtAsset,
  tusdtFacts,
  type PlanContext,
  type PlanType,
} from './plan-parts'
import { tusdtUnit } from './snapshot'
import { t } from '../words/t'

/** What somebody wants of an auction, and what he gets of it at the price of now. */
export type TakeTerms = Take & {
  readonly id: bigint
  /** Of the lot (18 decimals); undefined for as much as is needed. */
  readonly ask: bigint | undefined
  /** WAD; the price falls, so that it is not above that of now but after a reset. */
  readonly maxPrice: bigint
  /** The least that is got until the plan is signed if nobody else takes a part (18 decimals). */
  readonly leastTaken: bigint
}

/** Takes a part of an auction's lot, or as much as is needed, at most at a price. The book takes the TUSDT. rules.md C7 */
export function take(
  context: PlanContext,
  type: PlanType,
  terms: TakeTerms,
  to: Address = context.account,
): Plan {
  const { id, ask, maxPrice, taken, paid, leastTaken } = terms
  const { account } = context
  const [token, collateral] = [tusdtAsset(context), collateralAsset(type)]
  const what = ask === undefined ? t`all that is left` : amountText(ask, collateral)
  const act = actOn(engineOf(type), {
    title: t`Take ${what} of ${type.name} auction ${id}`,
    functionName: 'take',
    args: [id, ask ?? maxUint256, maxPrice, to],
    boundArgs: [2],
    spends: spendingBy(bookOf(context), token, paid),
    // At a lower price a lot costs less, and a need buys more.
    gives: [flowUpTo(token, paid, paid)],
    gets: [flow(collateral, taken, leastTaken)],
    event: { name: 'Taken', args: { id, taker: account, to } },
    ...recipientOf(account, to),
  })
  const price = priceText(maxPrice, { maxFractionDigits: 18 })
  return collateralPlan(context, kinds.take, act, {
    restsOn: [engineFact(context, type), ...collateralFacts(type), ...tusdtFacts(context)],
    bounds: [{ label: t`TUSDT for one ${type.name}, at most`, value: price }],
    notes: [
      t`The price falls until the chain takes it: it pays at most ${exactText(paid, tusdtUnit)}. If somebody else takes a part before, you get what is left of it, and pay only for that.`,
    ],
  })
}

/** Begins an auction anew at the current price; anyone may. rules.md C7 */
export function reset(context: PlanContext, type: PlanType, id: bigint): Plan {
  const act = actOn(engineOf(type), {
    title: t`Restart ${type.name} auction ${id}`,
    functionName: 'reset',
    args: [id],
    event: { name: 'AuctionReset', args: { id, by: context.account } },
  })
  return collateralPlan(context, kinds.reset, act, { restsOn: [engineFact(context, type)] })
}

/**
 * Liquidates a vault that is below its liquidation ratio; anyone may. `keeperMost` is the keeper's part if all of the
 * penalty comes in (TUSDT, 18 decimals). rules.md C5, C7
 */
export function liquidate(context: PlanContext, type: PlanType, vaultId: bigint, keeperMost: bigint): Plan {
  const act = actOn(engineOf(type), {
    title: t`Liquidate ${type.name} vault ${vaultId}`,
    functionName: 'liquidate',
    args: [vaultId],
    event: { name: 'Liquidated', args: { vaultId, starter: context.account } },
  })
  return collateralPlan(context, kinds.liquidate, act, {
    restsOn: [engineFact(context, type)],
    notes: [
      t`Nothing arrives now. Of the penalty that its auction brings in a part goes to this account, at most ${exactText(keeperMost, tusdtUnit)}; an auction that does not bring the debt brings no penalty.`,
    ],
  })
}

/** Books the late fees of a vault's due dates that have passed; anyone may. rules.md C13 */
export function assess(context: PlanContext, type: PlanType, vaultId: bigint): Plan {
  const act = actOn(engineOf(type), {
    title: t`Assess the due dates of ${type.name} vault ${vaultId}`,
    functionName: 'assess',
    args: [vaultId],
    event: { name: 'Assessed', args: { id: vaultId } },
  })
  return collateralPlan(context, kinds.assess, act, {
    restsOn: [engineFact(context, type)],
    notes: [t`Nobody gets anything for it: the next action on the vault would do it first.`],
  })
}
