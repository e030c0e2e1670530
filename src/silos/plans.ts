import type { Address } from 'viem'

import { amountText, exactText } from '../math/amount'
import type { Books } from '../math/silos-state'
import { displayDateTime } from '../math/time'
import { actOn, answered, decimalsOf, flow, recipientOf, spendingBy } from '../tx/plan/build'
import type { Plan } from '../tx/plan/plan'
import { kinds } from './kinds'
import { reserveOf, reservePlan, usdcAsset, usdtzAsset, xtzAsset, type PlanContext } from './plan-parts'
import { usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { t } from '../words/t'

/** Buys USDtz for USDC, 1:1: the inventory first. `amount` in USDC (6 decimals). rules.md S4, S16 */
export function mint(context: PlanContext, amount: bigint): Plan {
  const { account, addresses } = context
  const target = reserveOf(addresses)
  const usdc = usdcAsset(addresses)
  const act = actOn(target, {
    title: t`Mint ${amountText(amount, usdtzUnit)}`,
    functionName: 'mint',
    args: [amount, account, amount],
    boundArgs: [2],
    spends: spendingBy(target, usdc, amount),
    gives: [flow(usdc, amount)],
    gets: [flow(usdtzAsset(addresses), amount)],
    event: { name: 'Minted', args: { payer: account, to: account, usdcReceived: amount } },
  })
  return reservePlan(context, kinds.mint, act, {
    restsOn: [decimalsOf(usdc)],
    bounds: [{ label: t`USDtz, at least`, value: exactText(amount, usdtzUnit) }],
  })
}

/** Redeems USDtz (6 decimals) for as many USDC, out of Silo 1. rules.md S11 */
export function redeemUsd(context: PlanContext, amount: bigint, to: Address = context.account): Plan {
  const { account, addresses } = context
  const act = actOn(reserveOf(addresses), {
    title: t`Redeem ${amountText(amount, usdtzUnit)} for USDC`,
    functionName: 'redeemUsd',
    args: [amount, to],
    gives: [flow(usdtzAsset(addresses), amount)],
    gets: [flow(usdcAsset(addresses), amount)],
    event: { name: 'RedeemedUsd', args: { holder: account, to, amount } },
    ...recipientOf(account, to),
  })
  return reservePlan(context, kinds.redeemUsd, act, { restsOn: [decimalsOf(usdcAsset(addresses))] })
}

export type XtzRedemption = {
  /** USDtz (6 decimals) to burn. */
  readonly amount: bigint
  /** XTZ (6 decimals) as the prices are now, and the least that is accepted. */
  readonly xtzPaid: bigint
  readonly minXtz: bigint
  /** Last unix second. */
  readonly deadline: bigint
}

/** Redeems USDtz for XTZ worth $1 each, less the spread, out of Silo 2. rules.md S11 */
export function redeemXtz(
  context: PlanContext,
  { amount, xtzPaid, minXtz, deadline }: XtzRedemption,
  to: Address = context.account,
): Plan {
  const { account, addresses } = context
  const act = actOn(reserveOf(addresses), {
    title: t`Redeem ${amountText(amount, usdtzUnit)} for XTZ`,
    functionName: 'redeemXtz',
    args: [amount, to, minXtz, deadline],
    boundArgs: [2, 3],
    gives: [flow(usdtzAsset(addresses), amount)],
    gets: [flow(xtzAsset(addresses), xtzPaid, minXtz)],
    event: { name: 'RedeemedXtz', args: { holder: account, to, amount } },
    ...recipientOf(account, to),
  })
  return reservePlan(context, kinds.redeemXtz, act, {
    restsOn: [decimalsOf(xtzAsset(addresses))],
    bounds: [
      { label: t`XTZ, at least`, value: exactText(minXtz, xtzUnit) },
      { label: t`Not after`, value: displayDateTime(deadline) },
    ],
  })
}

/** Takes what the account was credited of one token: a dividend, or the ecosystem's part. rules.md S18 */
export function claim(
  context: PlanContext,
  token: 'usdc' | 'xtz',
  amount: bigint,
  to: Address = context.account,
): Plan {
  const { account, addresses } = context
  const asset = token === 'usdc' ? usdcAsset(addresses) : xtzAsset(addresses)
  const act = actOn(reserveOf(addresses), {
    title: t`Claim ${amountText(amount, asset)}`,
    functionName: 'claim',
    args: [asset.address, to],
    gets: [flow(asset, amount)],
    event: { name: 'Claimed', args: { token: asset.address, account, to } },
    ...recipientOf(account, to),
  })
  return reservePlan(context, kinds.claim, act, { restsOn: [decimalsOf(asset)] })
}

/** Lets Silo 3 buy XTZ until Silo 2 is worth the supply again; `books` as they were shown. rules.md S5 */
export function replenish(context: PlanContext, books: Books): Plan {
  const target = reserveOf(context.addresses)
  const means = t`Silo 2 holds ${exactText(books.x2, xtzUnit)}, and Silo 3 has ${exactText(books.f3, usdcUnit)} to buy for it`
  const act = actOn(target, {
    title: t`Replenish Silo 2`,
    functionName: 'replenish',
    args: [],
    event: { name: 'BooksChanged' },
  })
  return reservePlan(context, kinds.replenish, act, {
    restsOn: [answered(target, { means, functionName: 'books', args: [], expects: books })],
  })
}

/** Closes every cycle that has ended, or repeats the last closing; `endsAt` of the running one. rules.md S8 */
export function closeCycle(context: PlanContext, isRepetition: boolean, endsAt: bigint): Plan {
  const target = reserveOf(context.addresses)
  const means = t`The running cycle ends ${displayDateTime(endsAt)}`
  const act = actOn(target, {
    title: isRepetition ? t`Repeat the closing` : t`Close the cycle`,
    functionName: 'closeCycle',
    args: [],
    event: { name: 'CycleClosed', args: { isRepetition } },
  })
  return reservePlan(context, kinds.closeCycle, act, {
    restsOn: [answered(target, { means, functionName: 'cycleEndsAt', args: [], expects: endsAt })],
  })
}
