import { readingGate } from '../form/gates'
import { exactText, displayAmount } from '../math/amount'
import { isSafe } from '../math/collateral'
import type { Gate } from '../ui/gate'
import { priceText, ratioText } from './format'
import {
  tusdtUnit,
  type AuctionStatus,
  type CollateralType,
  type Parameters,
  type Prices,
  type VaultView,
} from './snapshot'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

/** Liquidation, take and reset need a current price that holds. rules.md C7, C8 */
export function freshGate({ name, state }: Pick<CollateralType, 'name' | 'state'>): Gate {
  return readingGate(t`Price of ${name}`, state, ({ prices }) => {
    const held = priceStateOf(prices)
    return {
      isMet: held === 'Fresh',
      detail: held === 'Fresh' ? t`${priceText(prices.current)} USD holds.` : noPriceText[held],
    }
  })
}

/** An auction can be taken from while it runs at a price that is not too old. rules.md C7 */
export function runsGate({ stored, needsReset }: Pick<AuctionStatus, 'stored' | 'needsReset'>): Gate {
  const label = t`The auction runs`
  if (stored.endedAt !== 0n) return { label, isMet: false, detail: t`It has ended.` }
  return {
    label,
    isMet: !needsReset,
    detail: needsReset ? t`Its price is too old: anyone can restart it.` : t`It runs.`,
  }
}

/** The price is at most what the person accepts; it falls. */
export function boundGate(price: bigint, maxPrice: bigint | undefined): Gate {
  const label = t`Highest price`
  if (maxPrice === undefined) return { label, isMet: false, detail: t`Enter the highest price you accept.` }
  const text = (value: bigint) => priceText(value, { maxFractionDigits: 18 })
  return price <= maxPrice
    ? { label, isMet: true, detail: t`At most ${text(maxPrice)} TUSDT each.` }
    : {
        label,
        isMet: false,
        detail: t`The price is ${text(price)} TUSDT, and you accept ${text(maxPrice)}: wait until it has fallen, or accept more.`,
      }
}

/** What a take leaves is worth dust in lot and need each, or ends one of them. rules.md C7 */
export function wholeGate(isTaken: boolean, dust: bigint): Gate {
  return {
    label: t`What it leaves`,
    isMet: isTaken,
    detail: isTaken
      ? t`It leaves enough, or nothing.`
      : t`So small a part would leave less than ${exactText(dust, tusdtUnit)} of the lot or of what is needed: take all of it.`,
  }
}

/** Exactly at the boundary a vault is safe. rules.md C5 */
export function uncoveredGate(
  { debt, stored }: Pick<VaultView, 'debt' | 'stored'>,
  { liquidationRatio }: Pick<Parameters, 'liquidationRatio'>,
  { current }: Pick<Prices, 'current'>,
): Gate {
  const label = t`Below its liquidation ratio`
  const safe = isSafe(debt, stored.collateral, current, liquidationRatio)
  const ratio = ratioText(liquidationRatio, { maxFractionDigits: 2 })
  const owed = `${displayAmount(debt, 18)} TUSDT`
  return {
    label,
    isMet: !safe,
    detail: safe
      ? t`At ${priceText(current)} USD its collateral covers ${ratio} of ${owed}: nobody can liquidate it.`
      : t`At ${priceText(current)} USD its collateral does not cover ${ratio} of ${owed}.`,
  }
}
