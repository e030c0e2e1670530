import { displayAmount } from '../math/amount'
import { displayDuration } from '../math/time'
import { WAD } from '../math/units'
import type { UsdPrice } from './worth'
import { t } from '../words/t'

/** USD cents with both digits, so that a column lines up: "1,240.50". */
export function centsText(cents: bigint): string {
  return `${displayAmount(cents / 100n, 0)}.${(cents % 100n).toString().padStart(2, '0')}`
}

/** What everything was counted at, in sentences; `now` is the chain's clock in unix seconds. */
export function pricesText(prices: readonly UsdPrice[], now: bigint | undefined): string {
  const dollars = prices.filter(({ from }) => from === undefined).map(({ of }) => of)
  const others = prices.flatMap(({ of, usdWad, from }) => {
    if (!from) return []
    const digits = usdWad < WAD ? 6 : usdWad < 10n * WAD ? 4 : 2
    const price = displayAmount(usdWad, 18, { maxFractionDigits: digits })
    return now === undefined || now <= from.at
      ? [t`${of} at ${price} USD: ${from.source}.`]
      : [t`${of} at ${price} USD: ${from.source}, ${displayDuration(now - from.at)} old.`]
  })
  const counted = dollars.length === 0 ? [] : [t`${listText(dollars)} counted at 1 USD.`]
  return [...counted, ...others].join(' ')
}

/** "A, B and C" */
export function listText(words: readonly string[]): string {
  const [first = '', ...rest] = words
  return rest.reduce(
    (list, word, index) => (index < rest.length - 1 ? t`${list}, ${word}` : t`${list} and ${word}`),
    first,
  )
}
