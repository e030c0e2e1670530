import { mulDivUp } from '../math/uint256'
import { BTC_UNIT, upfrontUsdtDown } from '../math/backstop'
import { reservedMstrDown, settlement } from '../math/backstop-settlement'
import { treasuryNeedUp } from '../math/backstop-outcome'
import { knownValue } from '../math/reading'
import { isReserveKnown } from './claims-view'
import type { Prices } from './claims-view'
import { payoutSymbol, phaseOf } from './enums'
import type { Series, SeriesState, SettlementResult, Terms } from './snapshot'
import { totalOf } from './view'
import type { Total } from './view'

/**
 * `now`: the Notes sold so far are due, at these prices. `worst`: everything sells that may, no warrant is exercised any
 * more, and MSTR is worth nothing.
 */
type Case = 'now' | 'worst'

/** What all series together would ask of the treasury's BTC, in USDT: they draw on one purse. rules.md B9, B13 */
export function needOfAll(series: readonly Series[], prices: Prices, which: Case): Total {
  return totalOf(series.map((one) => needOf(one, prices, which)))
}

/** Of one series; undefined while that is not known. */
function needOf(
  { terms, state, settlement: result }: Series,
  prices: Prices,
  which: Case,
): bigint | undefined {
  const known = knownValue(state)
  if (!known) return undefined
  if (phaseOf(known) === 'Cancelled') return 0n
  if (phaseOf(known) !== 'Settled') return makeWhole(terms, known, usedOf(terms, known, which), prices, which)
  const settled = knownValue(result)
  return settled && afterSettlement(terms, known, settled, prices, which)
}

function afterSettlement(
  terms: Terms,
  state: SeriesState,
  result: SettlementResult,
  prices: Prices,
  which: Case,
): bigint {
  if (result.fixedAt === 0n) return makeWhole(terms, state, result.usedUsdt, prices, which)
  return upfrontNeed(terms, state, 0n, prices) + inUsdtUp(result.btcOwed - result.btcFunded, prices)
}

/** Principal that the pool would have to repay. */
function usedOf(terms: Terms, state: SeriesState, which: Case): bigint {
  if (state.isFinalized) return settlement(state.outstandingUsdt, state.ledgerUsdt).used
  if (which === 'now') return state.soldUsdt
  // Who stakes until the close can bring the sale up to its maximum.
  return phaseOf(state) === 'Sale' ? state.saleLimitUsdt : terms.maxSaleUsdt
}

function makeWhole(terms: Terms, state: SeriesState, usedUsdt: bigint, prices: Prices, which: Case): bigint {
  const reserve = isReserveKnown(terms, state)
    ? state.mstrReserved
    : reservedMstrDown(terms.reserveUsdt, prices.mstrUsdt)
  // Where the treasury pays first, the BTC of the series spares it nothing.
  const seriesBtc = terms.makeWholeOrder === 0 ? state.seriesBtc : 0n
  const mstrUsdt = which === 'worst' ? 0n : prices.mstrUsdt
  const need = treasuryNeedUp(
    usedUsdt,
    BigInt(terms.compensationBps),
    reserve,
    seriesBtc,
    mstrUsdt,
    prices.btcUsdt,
  )
  return need + upfrontNeed(terms, state, usedUsdt, prices)
}

/** Upfront shares in BTC come out of the same purse. `soldUsdt` counts until the sale is finalized. */
function upfrontNeed(terms: Terms, state: SeriesState, soldUsdt: bigint, prices: Prices): bigint {
  if (payoutSymbol(terms.upfrontAsset) !== 'BTC') return 0n
  if (!state.isFinalized) return upfrontUsdtDown(soldUsdt, BigInt(terms.upfrontBps))
  if (!state.isUpfrontFixed) return state.upfrontUsdt
  return inUsdtUp(state.upfrontTotal - state.upfrontFunded, prices)
}

function inUsdtUp(satoshi: bigint, { btcUsdt }: Prices): bigint {
  return mulDivUp(satoshi, btcUsdt, BTC_UNIT)
}
