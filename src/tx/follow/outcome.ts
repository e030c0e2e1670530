import type { Hex } from 'viem'

import { displayAmount } from '../../math/amount'
import { effectPattern, matchesEffect, numberAt, placeOf } from '../plan/effect'
import type { Unbounded } from '../plan/plan'
import type { Entry } from './entry'
import { t } from '../../words/t'

type Figure = NonNullable<Entry['unbounded']>[number]
type Log = { readonly address: Hex; readonly topics: readonly Hex[]; readonly data: Hex }

/** A figure without a bound as the journal keeps it: without its ABI. */
export function figureOf({ label, expected, asset, event, argument }: Unbounded): Figure {
  const { address, topics, words } = effectPattern(event)
  return {
    label,
    expected,
    ...(asset && { symbol: asset.symbol, decimals: asset.decimals }),
    event: { address, topics: [...topics], words: [...words] },
    place: placeOf(event, argument),
  }
}

/** What became of the figures without a bound, where it is not what was expected; undefined where all is as shown. */
export function outcomeNote({ unbounded = [] }: Pick<Entry, 'unbounded'>, logs: readonly Log[]) {
  const sentences = unbounded.flatMap((figure) => {
    const log = logs.find((candidate) => matchesEffect(candidate, figure.event))
    const became = log && numberAt(log, figure.place)
    return became === undefined || became === figure.expected ? [] : [differenceText(figure, became)]
  })
  return sentences.length === 0 ? undefined : sentences.join(' ')
}

function differenceText(figure: Figure, became: bigint): string {
  const { label, expected, symbol, decimals } = figure
  const text = (value: bigint) => {
    if (symbol === undefined || decimals === undefined) return value.toString()
    return `${displayAmount(value, decimals, { maxFractionDigits: decimals })} ${symbol}`
  }
  const by = became < expected ? t`${text(expected - became)} less` : t`${text(became - expected)} more`
  return symbol === undefined
    ? t`${label}: ${text(became)}, where ${text(expected)} was expected. The state changed before it was included.`
    : t`${label}: ${text(became)}, where ${text(expected)} was expected, ${by}. The state changed before it was included.`
}
