import { displayAmount, displayRatio, type DisplayOptions } from '../math/amount'
import { usdUnit } from './snapshot'
import { t } from '../words/t'

/** A price of XTZ (WAD): "$0.84". What must not be promised too high is rounded up by `options`. */
export function priceText(price: bigint, options?: DisplayOptions): string {
  return dollars(displayAmount(price, 18, { maxFractionDigits: 4, ...options }))
}

/** USD (6 decimals): "$2,000,000", "$2.91". */
export function usdText(amount: bigint, options?: DisplayOptions): string {
  return dollars(displayAmount(amount, usdUnit.decimals, options))
}

/** "<0.01" is "<$0.01". */
function dollars(text: string): string {
  return text.startsWith('<') ? `<$${text.slice(1)}` : `$${text}`
}

/** How full something is, in whole percent, rounded down: 99.9% is not full. "—" of nothing. */
export function fullText(worth: bigint, line: bigint): string {
  return displayRatio(worth, line, { maxFractionDigits: 0 })
}

/** The same with both cents, where one figure stands for itself: "$4.00". */
export function centsText(amount: bigint): string {
  const text = usdText(amount)
  if (text.includes('<')) return text
  const [whole = '', fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/** From one price to another: "−4.7%", or that it is less than a tenth of a percent. */
export function changeText(from: bigint, to: bigint): string {
  if (from === 0n) return '—'
  if (from === to) return t`no change`
  const size = displayRatio(to > from ? to - from : from - to, from, { maxFractionDigits: 1 })
  if (size.startsWith('<')) return t`by less than 0.1%`
  return `${to > from ? '+' : '−'}${size}`
}
