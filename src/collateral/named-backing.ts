import { isUnderbacked, mintOf, saleTaken, surplusBought } from '../math/collateral-backing'
import { knownValue } from '../math/reading'
import { afterSlippageDown } from '../math/slippage'
import { known, typedAmount, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { firstUnmet } from '../ui/gate'
import {
  legGate,
  mintOpenGate,
  mintRoomGate,
  outcomeOf,
  priceGate,
  worthGate,
  type Leg,
} from './backing-gates'
import * as plans from './backing-plans'
import { SLIPPAGE_BPS } from './backing-props'
import { inCollateral, noLists } from './named-parts'
import type { BackingContext, PlanContext } from './plan-parts'
import { taoUnit, usdcUnit, type BackingState, type Collateral } from './snapshot'
import { bookGifts, buySurplus, touch } from './upkeep-plans'

/** A plan that goes by the backing at this block. */
function ofBacking(
  what: string,
  make: (context: PlanContext, state: BackingState) => Found<Plan>,
): PlanMaker {
  return inCollateral(
    what,
    {},
    () => known(noLists),
    (context, { backing }) => (backing.isKnown ? make(context, backing.value) : backing),
  )
}

type Room = {
  readonly context: BackingContext
  readonly state: BackingState
  readonly collateral: Collateral
}

/** A plan about an amount, which the tokens of the backing have to be known for, too. */
function ofAmount(
  what: string,
  option: string,
  make: (room: Room, amount: bigint) => Found<Plan>,
): PlanMaker {
  return inCollateral(
    what,
    { amount: { what: option, kind: 'amount' } },
    () => known(noLists),
    (context, collateral, typed) => {
      const { backing, usdc, tao } = collateral
      if (!backing.isKnown) return backing
      if (!usdc.isKnown) return usdc
      if (!tao.isKnown) return tao
      // TAO, TUSDT and surplus: all of them have 18.
      const amount = typedAmount(typed, 'amount', 18)
      if (!amount.isKnown) return amount
      const tokens = { usdc: usdc.value, tao: tao.value }
      return make({ context: { ...context, ...tokens }, state: backing.value, collateral }, amount.value)
    },
  )
}

const mint = ofAmount('Mint TUSDT with TAO', 'TAO to give', ({ context, state }, amount) => {
  const unmet = firstUnmet([mintOpenGate(state), priceGate(state), mintRoomGate(state, amount)])
  if (unmet) return unknown(unmet.detail)
  const done = mintOf(state, amount)
  if (!done.isTaken) return unknown('--amount: The backing does not take it.')
  const least = afterSlippageDown(done.got, SLIPPAGE_BPS)
  return known(plans.mint(context, state, { amount, got: done.got, least }))
})

const redeem = (leg: Leg, symbol: string) =>
  ofAmount(`Redeem TUSDT for ${symbol}`, 'TUSDT to redeem', ({ context, state }, amount) => {
    const done = outcomeOf(state, leg, amount)
    const unmet = firstUnmet([
      ...(leg === 'tao' ? [priceGate(state)] : []),
      legGate(state, leg, amount),
      worthGate(done, symbol),
    ])
    if (unmet) return unknown(unmet.detail)
    if (!done.isTaken) return unknown('--amount: The backing does not pay it.')
    // A dollar each moves with no price: not a unit less is accepted.
    const moves = leg === 'tao' || isUnderbacked(state)
    const least = moves ? afterSlippageDown(done.got, SLIPPAGE_BPS) : done.got
    const plan = leg === 'tao' ? plans.redeemTao : plans.redeemUsd
    return known(plan(context, state, { amount, got: done.got, least }))
  })

const takeSale = ofAmount('Buy TAO of the sale', 'TAO to buy', ({ context, state, collateral }, amount) => {
  const { sale } = collateral
  if (!sale.isKnown) return sale
  if (sale.value.price === 0n) return unknown('No TAO is for sale now.')
  const done = saleTaken(state, sale.value, amount)
  if (!done.isTaken)
    return unknown(
      '--amount: Nothing is left, or this would leave less than is worth a sale: take all of it.',
    )
  const least = afterSlippageDown(done.got, SLIPPAGE_BPS)
  const { got, paid } = done
  const priceAtMost = sale.value.price
  return known(plans.takeSale(context, state, { ask: got, got, least, paid, mostPaid: paid, priceAtMost }))
})

const buy = ofAmount(
  'Buy surplus for USDC, a dollar each',
  'TUSDT to buy',
  ({ context, state, collateral }, amount) => {
    const surplus = knownValue(collateral.book)?.[0].surplus
    if (surplus === undefined) return unknown('The surplus is not known.')
    if (amount > surplus) return unknown('--amount: There is not so much surplus.')
    const done = surplusBought(state, surplus, amount)
    return done.isTaken
      ? known(buySurplus(context, done.got, done.paid))
      : unknown('There is no surplus now.')
  },
)

/** What the backing can be asked for by name. */
export const backingPlans: SystemScript['plans'] = {
  mint,
  redeemTao: redeem('tao', taoUnit.symbol),
  redeemUsd: redeem('usdc', usdcUnit.symbol),
  startSale: ofBacking('Start a sale of TAO where backing is below its limit', (context, state) =>
    known(plans.startSale(context, state, false)),
  ),
  startSaleAnew: ofBacking('Restart the sale of TAO', (context, state) =>
    known(plans.startSale(context, state, true)),
  ),
  endSale: ofBacking('End a sale of TAO whose backing has recovered', (context, state) =>
    known(plans.endSale(context, state)),
  ),
  takeSale,
  buySurplus: buy,
  bookGifts: ofBacking('Book what was sent to the backing', (context, state) =>
    state.taoGift + state.usdGift + state.tusdtGift === 0n
      ? unknown('Nothing was sent to it that is not booked.')
      : known(bookGifts(context, state)),
  ),
  touch: ofBacking('Store how the day of the backing began', (context) => known(touch(context))),
}
