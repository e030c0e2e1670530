import { useMemo } from 'react'

import { useFixed } from '../chain/use-snapshot'
import type { Reading } from '../math/reading'
import { priceReads } from './claims-reads'
import type { Prices } from './claims-view'
import type { Series } from './snapshot'
import { useOracles } from './use-oracles'
import { joinReadings } from '../math/reading'

const HOUR_SECONDS = 3600n

/** Where the averages end if the series were settled now: at maturity, or the last full hour before it. */
function priceEnd({ terms }: Series, timestamp: bigint): bigint {
  return terms.maturity <= timestamp ? terms.maturity : timestamp - (timestamp % HOUR_SECONDS)
}

/**
 * The averages a settlement now would use. An average of the past never changes, so it is read once per hour.
 * Undefined while it is read, or not `isNeeded`.
 */
export function useSettlementPrices(
  series: Series,
  timestamp: bigint,
  isNeeded: boolean,
): { readonly end: bigint; readonly prices: Reading<Prices> | undefined } {
  const known = useOracles(isNeeded)
  const end = priceEnd(series, timestamp)
  const window = BigInt(series.terms.twapWindow)
  const mstr = known?.isKnown ? known.value.mstr : undefined
  const btc = known?.isKnown ? known.value.btc : undefined
  const averages = useFixed(
    'backstop.prices',
    useMemo(
      () => (mstr && btc ? priceReads({ mstr, btc }, end, window) : undefined),
      [mstr, btc, end, window],
    ),
  )
  if (known && !known.isKnown) return { end, prices: known }
  if (averages.status !== 'ready') return { end, prices: undefined }
  const { data } = averages.snapshot
  return { end, prices: joinReadings(data.mstr, data.btc, (mstrUsdt, btcUsdt) => ({ mstrUsdt, btcUsdt })) }
}
