import { displayAmount, displayRatio, type DisplayOptions } from '../math/amount'
import { RAY, rateAfter } from '../math/collateral'
import { DAY_SECONDS, WAD } from '../math/units'
import { plural, t } from '../words/t'

/** A price in USD (WAD): "250", "13.66". What must not be promised too low is rounded up by `options`. */
export function priceText(price: bigint, options?: DisplayOptions): string {
  return displayAmount(price, 18, { maxFractionDigits: price < WAD ? 6 : 2, ...options })
}

/** A ratio (WAD) in percent, rounded down: "153.3%". */
export function ratioText(ratio: bigint, options?: DisplayOptions): string {
  return displayRatio(ratio, WAD, { maxFractionDigits: 1, ...options })
}

/** TUSDT, or USD with 18 decimals. */
export function tusdtText(amount: bigint): string {
  return displayAmount(amount, 18)
}

/** From one price to another: "−2.4%", "no change", or that it is less than a tenth of a percent. */
export function changeText(from: bigint, to: bigint): string {
  if (from === 0n) return '—'
  if (from === to) return t`no change`
  return `${to > from ? '+' : '−'}${sizeText(from, to)}`
}

/** The same without its sign, of a price above 0. */
export function sizeText(from: bigint, to: bigint): string {
  const size = displayRatio(to > from ? to - from : from - to, from, { maxFractionDigits: 1 })
  return size.startsWith('<') ? t`less than 0.1%` : size
}

export function vaultsText(count: number | bigint): string {
  return plural(count, '{n} vault', '{n} vaults')
}

const YEAR_SECONDS = 365n * DAY_SECONDS
/** Half of the last digit that is shown, 0.01%. */
const HALF_DIGIT = RAY / 20_000n

/** What a debt grows by in a year of 365 days, from what it becomes in a second (RAY); to the nearest 0.01%. */
export function feeYearText(feeRay: bigint): string {
  const fee = rateAfter(RAY, feeRay, YEAR_SECONDS) - RAY
  return fee === 0n ? '0%' : displayRatio(fee + HALF_DIGIT, RAY)
}
