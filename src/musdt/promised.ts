import { amountText } from '../math/amount'
import { priceText } from './format'
import type { Vault, VaultState } from './snapshot'
import { priceAfterDiscounts } from './view'
import { t } from '../words/t'

/**
 * What discounts that are promised to locks, and not charged yet, will take from every share: whoever mints now carries
 * a part of them. `promised` in units of the asset, above 0. rules.md M6, M11
 */
export function promisedText(
  state: VaultState,
  promised: bigint,
  { asset, share }: Pick<Vault['identity'], 'asset' | 'share'>,
): string {
  const after = priceAfterDiscounts(state, promised)
  const discounts = t`${amountText(promised, asset)} of promised discounts`
  if (after >= state.price)
    return t`It stays ${priceText(after)} when ${discounts} are charged: the buffer above 100% bears them.`
  return t`${priceText(after)} once ${discounts} are charged: ${priceText(state.price - after, 'up')} ${asset.symbol} less per ${share.symbol}, borne by all holders, new ones too.`
}
