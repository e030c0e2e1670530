import { USDT_DECIMALS } from '../math/tether'
import { known, typedAmount, typedOne } from '../system/plan-option'
import type { Found, PlanMaker } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { backstopAt } from './backstop-at'
import type { PlanContext } from './plans'
import type { Series } from './snapshot'

type Make = PlanMaker['make']
export type At = Parameters<Make>[0]
export type Typed = Parameters<Make>[2]

/** What a plan in one series goes by. */
export type InSeries = { readonly at: At; readonly context: PlanContext; readonly series: Series }

/** A plan in one series. */
export function inSeries(
  what: string,
  options: PlanMaker['options'],
  make: (room: InSeries, typed: Typed) => Found<Plan> | Promise<Found<Plan>>,
): PlanMaker {
  return {
    what,
    options: { series: { what: 'Number of the series', kind: 'number' }, ...options },
    async make(at, account, typed) {
      const read = await backstopAt(at, account)
      if (!read.isKnown) return read
      const { series: all, usdt } = read.value.backstop
      const one = typedOne(typed, 'series', all, ({ id }) => `${id}`)
      if (!one.isKnown) return one
      if (!usdt.fee.isKnown) return usdt.fee
      const { network } = at
      const series = one.value
      return make({ at, series, context: { network, account, series, fee: usdt.fee.value } }, typed)
    },
  }
}

/** A plan in one series, about an amount of USDT. */
export const ofAmount = (
  what: string,
  option: string,
  plan: (context: PlanContext, amount: bigint, series: Series) => Plan,
): PlanMaker =>
  inSeries(what, { amount: { what: option, kind: 'amount' } }, ({ context, series }, typed) => {
    const amount = typedAmount(typed, 'amount', USDT_DECIMALS)
    return amount.isKnown ? known(plan(context, amount.value, series)) : amount
  })
