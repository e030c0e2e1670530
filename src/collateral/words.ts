import type { Band } from '../math/collateral-risk'
import type { Tone } from '../ui/tone'
import { t } from '../words/t'

/** In the order of the contract's `PriceState`. rules.md C8 */
export const priceStates = ['Fresh', 'None', 'Stale', 'Frozen'] as const
export type PriceStateName = (typeof priceStates)[number]

/** A state this app does not know holds no price. */
export function priceStateOf({ state }: { readonly state: number }): PriceStateName {
  return priceStates[state] ?? 'None'
}

/** Why a price does not hold. */
export const noPriceText: Readonly<Record<Exclude<PriceStateName, 'Fresh'>, string>> = {
  None: t`There is no current price yet.`,
  Stale: t`The current price is too old to be used.`,
  Frozen: t`The price is frozen: the last one is shown for information only.`,
}

export const bandText: Readonly<Record<Band, string>> = {
  safe: t`Safe`,
  watch: t`Watch`,
  danger: t`Danger`,
  liquidatable: t`Liquidatable`,
}

export const bandTone: Readonly<Record<Band, Tone>> = {
  safe: 'success',
  watch: 'warn',
  danger: 'danger',
  liquidatable: 'danger',
}

/** What a band means. rules.md C10 */
export const bandMeaning: Readonly<Record<Band, string>> = {
  safe: t`A fall of 10% would not cross`,
  watch: t`A fall of 10% would cross`,
  danger: t`The next price crosses, or at most 5% are left`,
  liquidatable: t`Below the liquidation price`,
}

/** In the order of the contract's `SaleState`. rules.md C12 */
export const saleText = [
  t`No TAO is being sold, and no sale is needed.`,
  t`The ratio is below its limit: anyone may start a sale of TAO for TUSDT.`,
  t`A sale of TAO for TUSDT runs.`,
  t`A sale of TAO must be restarted: anyone may do that.`,
  t`A sale of TAO is over: anyone may end it.`,
  t`There is less backing than TUSDT issued for it: no sale can help.`,
  t`Without a current price of TAO no sale can start or go on.`,
] as const
