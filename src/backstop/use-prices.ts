import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import type { Reading } from '../math/reading'
import { priceReads } from './claims-reads'
import type { Prices } from './claims-view'
import { protocolReads } from './snapshot'
import type { Series } from './snapshot'
import { joinReadings } from '../math/reading'

const HOUR_SECONDS = 3600n

/** Where the averages end if the series were settled now: at maturity, or the last full hour before it. */
function priceEnd(series: Series, timestamp: bigint): bigint {
  const lastHour = timestamp - (timestamp % HOUR_SECONDS)
  return series.terms.maturity < lastHour ? series.terms.maturity : lastHour
}

/**
 * The 24 h averages a settlement now would use. An average of the past never changes, so it is read once per hour.
 * Undefined while it is read, or not `isNeeded`.
 */
export function useSettlementPrices(
  series: Series,
  timestamp: bigint,
  isNeeded: boolean,
): { readonly end: bigint; readonly prices: Reading<Prices> | undefined } {
  const network = useNetwork()
  const oracles = useFixed(
    'backstop.protocol',
    useMemo(() => (isNeeded ? protocolReads(network) : undefined), [isNeeded, network]),
  )
  const end = priceEnd(series, timestamp)
  const known =
    oracles.status === 'ready'
      ? joinReadings(oracles.snapshot.data.mstr, oracles.snapshot.data.btc, (mstr, btc) => ({ mstr, btc }))
      : undefined
  const mstr = known?.isKnown ? known.value.mstr : undefined
  const btc = known?.isKnown ? known.value.btc : undefined
  const averages = useFixed(
    'backstop.prices',
    useMemo(() => (mstr && btc ? priceReads({ mstr, btc }, end) : undefined), [mstr, btc, end]),
  )
  if (known && !known.isKnown) return { end, prices: known }
  if (averages.status !== 'ready') return { end, prices: undefined }
  const { data } = averages.snapshot
  return { end, prices: joinReadings(data.mstr, data.btc, (mstrUsdt, btcUsdt) => ({ mstrUsdt, btcUsdt })) }
}
