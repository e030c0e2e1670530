import { displayAmount, displayRatio } from '../math/amount'
import { HUNDRED_P } from '../math/units'

const WAD_DECIMALS = 18

/** A price or anything else per share, 1e18 = 1, to six decimals. */
export function priceText(price: bigint, round: 'down' | 'up' = 'down'): string {
  return displayAmount(price, WAD_DECIMALS, { maxFractionDigits: 6, round })
}

export function exactPriceText(price: bigint): string {
  return displayAmount(price, WAD_DECIMALS, { maxFractionDigits: WAD_DECIMALS })
}

/** A percentage, 1e18 = 1%. */
export function percentText(valueP: bigint, maxFractionDigits = 2): string {
  return displayRatio(valueP, HUNDRED_P, { maxFractionDigits })
}
