import type { Address } from 'viem'

import { amountText } from '../math/amount'
import { actOn, flow, recipientOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Fact, Plan } from '../tx/plan/plan'
import { tusdtText } from './format'
import { kinds } from './kinds'
import {
  backingFacts,
  backingOf,
  bookOf,
  collateralPlan,
  engineFact,
  engineOf,
  tusdtAsset,
  tusdtFacts,
  usdcAsset,
  type BackingContext,
  type PlanContext,
  type PlanType,
} from './plan-parts'
import { taoUnit, tusdtUnit, usdcUnit, type BackingState } from './snapshot'
import { t } from '../words/t'

/** Buys surplus for USDC, a dollar each: `amount` in TUSDT (18 decimals), `cost` in USDC (6), rounded up. rules.md C4 */
export function buySurplus(
  context: BackingContext,
  amount: bigint,
  cost: bigint,
  to: Address = context.account,
): Plan {
  const { account } = context
  const target = bookOf(context)
  const usdc = usdcAsset(context)
  const act = actOn(target, {
    title: t`Buy ${amountText(amount, tusdtUnit)} of the surplus`,
    functionName: 'buySurplus',
    args: [amount, to],
    spends: spendingBy(target, usdc, cost),
    gives: [flow(usdc, cost)],
    gets: [flow(tusdtAsset(context), amount)],
    event: { name: 'SurplusBought', args: { buyer: account, to } },
    ...recipientOf(account, to),
  })
  return collateralPlan(context, kinds.buySurplus, act, {
    restsOn: [...backingFacts(context), ...tusdtFacts(context)],
    notes: [t`Who buys before you leaves less: you get what is left, and pay for that alone.`],
  })
}

/** Books what the backing has beyond its books, as backing; TUSDT there is burnt. Anyone may. rules.md C11 */
export function bookGifts(context: PlanContext, { taoGift, usdGift, tusdtGift }: BackingState): Plan {
  const act = actOn(backingOf(context), {
    title: t`Book what was sent to the backing`,
    functionName: 'bookGifts',
    args: [],
    credits: [
      ...(taoGift > 0n ? [t`${amountText(taoGift, taoUnit)} becomes backing`] : []),
      ...(usdGift > 0n ? [t`${amountText(usdGift, usdcUnit)} becomes backing`] : []),
      ...(tusdtGift > 0n ? [t`${amountText(tusdtGift, tusdtUnit)} is burnt`] : []),
    ],
    event: { name: 'BackingMoved', args: { cause: GIFT } },
  })
  return collateralPlan(context, kinds.bookGifts, act, { restsOn: [] })
}

/** Place in the contract's `BackingCause`. */
const GIFT = 6

/** Stores how the day began, by the prices of now, if nothing has yet. Anyone may. rules.md C2 */
export function touch(context: PlanContext): Plan {
  const act = actOn(backingOf(context), {
    title: t`Begin the day of the backing`,
    functionName: 'touch',
    args: [],
    event: { name: 'DayBegan' },
  })
  return collateralPlan(context, kinds.touch, act, {
    restsOn: [],
    notes: [t`Nobody gets anything for it: the first who mints or redeems today does it, too.`],
  })
}

/** A contract that may hold what nobody has booked: the backing, the book, or the vaults of a type. */
export type Place = 'backing' | 'book' | PlanType

/** Something that was sent to a contract by mistake: base units, and a name for it. */
export type Stray = {
  readonly place: Place
  readonly token: Address
  readonly text: string
  /** What becomes of it, without its full stop: "12 SN64 goes to governance". */
  readonly becomes: string
}

/** Takes out of a contract what was sent there by mistake: whoever presses it, it goes where it belongs. rules.md C11 */
export function recoverStray(context: PlanContext, { place, token, text, becomes }: Stray): Plan {
  const [target, facts] = placeOf(context, place)
  const isBurnt = token === context.tusdt && place === 'book'
  const act = actOn(target, {
    title: t`Take out ${text}`,
    functionName: place === 'backing' ? 'recoverStray' : 'bookGift',
    args: [token],
    credits: [becomes],
    event: isBurnt
      ? { name: 'Moved', args: { kind: BOOKED_GIFT } }
      : { name: 'StrayRecovered', args: { token } },
  })
  return collateralPlan(context, kinds.recoverStray, act, { restsOn: facts })
}

/** Place in the contract's `Movement`. */
const BOOKED_GIFT = 9

function placeOf(context: PlanContext, place: Place): readonly [Target, readonly Fact[]] {
  if (place === 'backing') return [backingOf(context), []]
  if (place === 'book') return [bookOf(context), []]
  return [engineOf(place), [engineFact(context, place)]]
}

/** Refreshes the ceiling of a type by what its pool holds (USD, 18 decimals). Anyone may. rules.md C9 */
export function refreshCeiling(
  context: PlanContext,
  type: PlanType,
  ceiling: { readonly now: bigint; readonly after: bigint },
): Plan {
  const target = engineOf(type)
  const act = actOn(target, {
    title: t`Refresh the ceiling of ${type.name}`,
    functionName: 'refreshCeiling',
    args: [],
    credits: [t`The ceiling goes from ${tusdtText(ceiling.now)} to ${tusdtText(ceiling.after)} TUSDT`],
    event: { name: 'CeilingChanged', args: { ceilingBefore: ceiling.now } },
    rehearsed: {
      ...target,
      eventName: 'CeilingChanged',
      args: { ceilingBefore: ceiling.now, ceiling: ceiling.after },
    },
  })
  return collateralPlan(context, kinds.refreshCeiling, act, { restsOn: [engineFact(context, type)] })
}
