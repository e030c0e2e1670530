import { displayAmount, displayRatio } from '../math/amount'
import type { Erc20 } from './snapshot'
import { HUNDRED_P } from '../math/units'

const WAD_DECIMALS = 18
/** 100%, where 1e18 = 1%. */

/** "1,234.56 USDT", rounded down. */
export function amountText(value: bigint, { symbol, decimals }: Erc20): string {
  return `${displayAmount(value, decimals)} ${symbol}`
}

/** Every unit: where the last one decides. */
export function exactText(value: bigint, { symbol, decimals }: Erc20): string {
  return `${displayAmount(value, decimals, { maxFractionDigits: decimals })} ${symbol}`
}

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
