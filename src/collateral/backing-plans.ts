import type { Address } from 'viem'

import { amountText, exactText } from '../math/amount'
import { actOn, answered, flow, flowUpTo, recipientOf, spendingBy } from '../tx/plan/build'
import type { Fact, Plan } from '../tx/plan/plan'
import { ratioOf } from './backing-view'
import { priceText, ratioText, tusdtText } from './format'
import { kinds } from './kinds'
import {
  backingFacts,
  backingOf,
  collateralPlan,
  taoAsset,
  tusdtAsset,
  tusdtFacts,
  usdcAsset,
  type BackingContext,
  type PlanContext,
} from './plan-parts'
import { taoUnit, tusdtUnit, type BackingState } from './snapshot'
import { t } from '../words/t'

/** In the order of the contract's `BackingCause`. rules.md C11 */
const causes = { minted: 0, redeemedTao: 1, redeemedUsd: 2, sale: 7 } as const

/** Where `state()` has what a plan rests on: its 32-byte words, which another's action in between does not move. */
export const stateWords = {
  holdings: [0, 1, 2],
  current: [3, 4],
  low: [3, 7],
  high: [3, 7, 8],
  morning: [12, 13, 14, 15],
  target: [18, 21],
  levels: [19, 20],
  lastLow: [31],
} as const

function stateFact(context: PlanContext, state: BackingState, words: readonly number[], means: string): Fact {
  return answered(backingOf(context), { means, functionName: 'state', args: [], expects: state, words })
}

export type Exchange = {
  /** What is given: TAO or TUSDT, 18 decimals. */
  readonly amount: bigint
  /** What it brings as things are, and the least that is accepted, in units of what is got. */
  readonly got: bigint
  readonly least: bigint
}

/** Mints TUSDT for TAO at the low price, within the day's cap. rules.md C1, C2 */
export function mint(
  context: BackingContext,
  state: BackingState,
  { amount, got, least }: Exchange,
  to: Address = context.account,
): Plan {
  const { account } = context
  const target = backingOf(context)
  const tao = taoAsset(context)
  const { prices, day } = state
  const act = actOn(target, {
    title: t`Mint ${amountText(got, tusdtUnit)}`,
    functionName: 'mint',
    args: [amount, to, least],
    boundArgs: [2],
    spends: spendingBy(target, tao, amount),
    gives: [flow(tao, amount)],
    gets: [flow(tusdtAsset(context), got, least)],
    event: { name: 'BackingMoved', args: { cause: causes.minted, account, to } },
    ...recipientOf(account, to),
  })
  const began = t`the day began with ${tusdtText(day.backing)} USD of backing for ${tusdtText(day.outstanding)} TUSDT`
  const words = [...stateWords.low, ...stateWords.morning, ...stateWords.target]
  return collateralPlan(context, kinds.mint, act, {
    restsOn: [
      ...backingFacts(context),
      ...tusdtFacts(context),
      stateFact(context, state, words, t`A TAO mints ${priceText(prices.low)} TUSDT, and ${began}`),
    ],
    bounds: [{ label: t`TUSDT, at least`, value: exactText(least, tusdtUnit) }],
  })
}

/** Redeems TUSDT for TAO at the high price. rules.md C1, C12 */
export function redeemTao(
  context: BackingContext,
  state: BackingState,
  exchange: Exchange,
  to: Address = context.account,
): Plan {
  const means = t`TAO is paid out at ${priceText(state.prices.high)} USD`
  return redeem(context, exchange, to, {
    functionName: 'redeemTao',
    asset: taoAsset(context),
    restsOn: [stateFact(context, state, stateWords.high, means)],
  })
}

/** Redeems TUSDT for USDC, with or without a price. rules.md C1, C8, C12 */
export function redeemUsd(
  context: BackingContext,
  state: BackingState,
  exchange: Exchange,
  to: Address = context.account,
): Plan {
  // Only where there is too little backing does a price decide what is paid.
  const means = t`There is less backing than TUSDT at ${priceText(state.lastLow)} USD a TAO`
  const isJudged = exchange.got < exchange.least || state.backingAtLow < state.holdings.outstanding
  return redeem(context, exchange, to, {
    functionName: 'redeemUsd',
    asset: usdcAsset(context),
    restsOn: isJudged ? [stateFact(context, state, stateWords.lastLow, means)] : [],
  })
}

type Leg = {
  readonly functionName: 'redeemTao' | 'redeemUsd'
  readonly asset: ReturnType<typeof taoAsset>
  /** Besides the tokens. */
  readonly restsOn: readonly Fact[]
}

function redeem(
  context: BackingContext,
  { amount, got, least }: Exchange,
  to: Address,
  { functionName, asset, restsOn }: Leg,
): Plan {
  const { account } = context
  const target = backingOf(context)
  const tusdt = tusdtAsset(context)
  const cause = functionName === 'redeemTao' ? causes.redeemedTao : causes.redeemedUsd
  const act = actOn(target, {
    title: t`Redeem ${amountText(amount, tusdtUnit)} for ${asset.symbol}`,
    functionName,
    args: [amount, to, least],
    boundArgs: [2],
    spends: spendingBy(target, tusdt, amount),
    gives: [flow(tusdt, amount)],
    gets: [flow(asset, got, least)],
    event: { name: 'BackingMoved', args: { cause, account, to } },
    ...recipientOf(account, to),
  })
  return collateralPlan(context, kinds[functionName], act, {
    restsOn: [...backingFacts(context), ...tusdtFacts(context), ...restsOn],
    bounds: [{ label: t`${asset.symbol}, at least`, value: exactText(least, asset) }],
  })
}

function saleFact(context: PlanContext, state: BackingState): Fact {
  const ratio = ratioOf(state)
  const is = 'value' in ratio ? ratioText(ratio.value) : t`not known`
  const means = t`Backing is ${is}, TAO is sold below ${ratioText(state.parameters.level0)} and up to ${ratioText(state.parameters.recovery)}`
  return stateFact(context, state, [...stateWords.current, ...stateWords.levels], means)
}

/** Starts a sale of TAO where backing is below its limit; or starts one anew. Anyone may. rules.md C7, C12 */
export function startSale(context: PlanContext, state: BackingState, isReset: boolean): Plan {
  const act = actOn(backingOf(context), {
    title: isReset ? t`Restart the sale of TAO` : t`Start a sale of TAO`,
    functionName: isReset ? 'resetSale' : 'startSale',
    args: [],
    event: { name: 'SaleStarted', args: { by: context.account, isReset } },
  })
  return collateralPlan(context, kinds.startSale, act, { restsOn: [saleFact(context, state)] })
}

/** Ends a sale whose backing has recovered. Anyone may. rules.md C12 */
export function endSale(context: PlanContext, state: BackingState): Plan {
  const act = actOn(backingOf(context), {
    title: t`End the sale of TAO`,
    functionName: 'endSale',
    args: [],
    event: { name: 'SaleEnded' },
  })
  return collateralPlan(context, kinds.endSale, act, { restsOn: [saleFact(context, state)] })
}

export type SaleTake = {
  /** The most TAO that is asked for; 2^256 − 1 for all that is sold. */
  readonly ask: bigint
  /** TAO as the sale stands now, and the least that is taken for an answer before signing. */
  readonly got: bigint
  readonly least: bigint
  /** TUSDT as the sale stands now, and the most that is paid. */
  readonly paid: bigint
  readonly mostPaid: bigint
  /** TUSDT for a whole TAO, WAD. */
  readonly priceAtMost: bigint
}

/** Buys TAO of the sale for TUSDT, which is burnt. rules.md C12 */
export function takeSale(
  context: BackingContext,
  state: BackingState,
  { ask, got, least, paid, mostPaid, priceAtMost }: SaleTake,
  to: Address = context.account,
): Plan {
  const { account } = context
  const target = backingOf(context)
  const tusdt = tusdtAsset(context)
  const act = actOn(target, {
    title: t`Buy ${amountText(got, taoUnit)} of the sale`,
    functionName: 'take',
    args: [ask, priceAtMost, to],
    boundArgs: [1],
    spends: spendingBy(target, tusdt, mostPaid),
    gives: [flowUpTo(tusdt, paid, mostPaid)],
    gets: [flow(taoAsset(context), got, least)],
    event: { name: 'BackingMoved', args: { cause: causes.sale, account, to } },
    ...recipientOf(account, to),
  })
  return collateralPlan(context, kinds.takeSale, act, {
    restsOn: [...backingFacts(context), ...tusdtFacts(context), saleFact(context, state)],
    bounds: [{ label: t`TUSDT for a TAO, at most`, value: exactText(priceAtMost, tusdtUnit) }],
    notes: [t`Who buys before you leaves less: you get what is left, and pay for that alone.`],
  })
}
