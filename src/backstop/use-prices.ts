import { useMemo } from 'react'

import { useFixed } from '../chain/use-snapshot'
import type { Reading } from '../math/reading'
import { lastHour, priceReads } from './claims-reads'
import type { Prices } from './claims-view'
import type { Series } from './snapshot'
import { useOracles } from './use-oracles'
import { joinReadings } from '../math/reading'

/**
 * The averages a settlement now would use: up to maturity, or the last full hour before it. Undefined while they are
 * read, or not `isNeeded`.
 */
export function useSettlementPrices(
  { terms }: Series,
  timestamp: bigint,
  isNeeded: boolean,
): { readonly end: bigint; readonly prices: Reading<Prices> | undefined } {
  const end = terms.maturity <= timestamp ? terms.maturity : lastHour(timestamp)
  return { end, prices: useAverages(end, BigInt(terms.twapWindow), isNeeded) }
}

/**
 * Average prices over the `window` seconds up to `end` (unix seconds). Those of the past never change, so they are read
 * once. Undefined while they are read, or not `isNeeded`.
 */
export function useAverages(end: bigint, window: bigint, isNeeded: boolean): Reading<Prices> | undefined {
  const known = useOracles(isNeeded)
  const mstr = known?.isKnown ? known.value.mstr : undefined
  const btc = known?.isKnown ? known.value.btc : undefined
  const averages = useFixed(
    'backstop.prices',
    useMemo(
      () => (mstr && btc ? priceReads({ mstr, btc }, end, window) : undefined),
      [mstr, btc, end, window],
    ),
  )
  if (known && !known.isKnown) return known
  if (averages.status !== 'ready') return undefined
  const { data } = averages.snapshot
  return joinReadings(data.mstr, data.btc, (mstrUsdt, btcUsdt) => ({ mstrUsdt, btcUsdt }))
}
