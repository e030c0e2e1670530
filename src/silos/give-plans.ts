import { amountText } from '../math/amount'
import type { Held } from '../math/silos-figures'
import { actOn, decimalsOf, flow, spendingBy } from '../tx/plan/build'
import type { Plan } from '../tx/plan/plan'
import { kinds } from './kinds'
import { reserveOf, reservePlan, usdcAsset, usdtzAsset, xtzAsset, type PlanContext } from './plan-parts'
import { t } from '../words/t'

/** What comes in for nothing in return: what a silo has earned, or a gift. */
export type Way = 'earnings' | 'gift'

type Gift = {
  readonly way: Way
  readonly silo: bigint
  /** In base units of the silo's token (6 decimals): USDC for 1 and 3, XTZ for 2 and 4. */
  readonly amount: bigint
}

/** Brings in what a silo has earned, or gives to it. rules.md S3, S17 */
export function give(context: PlanContext, { way, silo, amount }: Gift): Plan {
  const { account, addresses } = context
  const target = reserveOf(addresses)
  const asset = silo % 2n === 1n ? usdcAsset(addresses) : xtzAsset(addresses)
  const text = amountText(amount, asset)
  const isGift = way === 'gift'
  const who = isGift ? { giver: account } : { reporter: account }
  const act = actOn(target, {
    title: isGift ? t`Give ${text} to Silo ${silo}` : t`Report earnings of Silo ${silo}: ${text}`,
    functionName: isGift ? 'seed' : 'reportEarnings',
    args: [silo, amount],
    spends: spendingBy(target, asset, amount),
    gives: [flow(asset, amount)],
    event: { name: isGift ? 'Seeded' : 'EarningsReported', args: { ...who, silo, amount } },
  })
  return reservePlan(context, kinds.give, act, { restsOn: [decimalsOf(asset)] })
}

/** Books what the reserve has of a token beyond its books: as earnings, or as inventory. Anyone may. rules.md S1, S3 */
export function bookStray(context: PlanContext, token: keyof Held): Plan {
  const { addresses } = context
  const asset = { usdc: usdcAsset, xtz: xtzAsset, usdtz: usdtzAsset }[token](addresses)
  const act = actOn(reserveOf(addresses), {
    title: t`Book the ${asset.symbol} that nobody has booked`,
    functionName: 'bookStray',
    args: [asset.address],
    event: { name: 'StrayBooked', args: { token: asset.address } },
  })
  return reservePlan(context, kinds.bookStray, act, { restsOn: [decimalsOf(asset)] })
}
