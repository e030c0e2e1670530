import { stakeOutcomeDown } from '../math/backstop-outcome'
import type { Future, OutcomeTerms, StakeOutcome } from '../math/backstop-outcome'
import { max, mulDivDown } from '../math/uint256'
import { BPS } from '../math/units'
import type { Prices } from './claims-view'
import type { Stake } from './sizing'
import type { Terms } from './snapshot'

/** The future as the sliders set it, in basis points; prices at maturity of what they are now. */
export type FutureSettings = {
  readonly soldBps: bigint
  readonly exercisedBps: bigint
  readonly mstrBps: bigint
  readonly btcBps: bigint
  readonly paidBps: bigint
}

/** Sold in full, half of the warrants exercised, prices as they are, everything paid that is owed. */
export const firstSettings: FutureSettings = {
  soldBps: BPS,
  exercisedBps: BPS / 2n,
  mstrBps: BPS,
  btcBps: BPS,
  paidBps: BPS,
}

function outcomeTerms(terms: Terms): OutcomeTerms {
  const { minSaleUsdt, maxSaleUsdt, warrantParUsdt, reserveUsdt } = terms
  return {
    coverageBps: BigInt(terms.coverageBps),
    upfrontBps: BigInt(terms.upfrontBps),
    warrantBps: BigInt(terms.warrantBps),
    compensationBps: BigInt(terms.compensationBps),
    minSaleUsdt,
    maxSaleUsdt,
    warrantParUsdt,
    reserveUsdt,
  }
}

/** A price after a change, and never 0: nothing could be computed with it. */
export function priceAt(priceUsdt: bigint, partBps: bigint): bigint {
  return max(mulDivDown(priceUsdt, partBps, BPS), 1n)
}

/** What the stake becomes in the future that is set. `prices`: of now; the sale is taken to close at them. */
export function outcomeOf(
  terms: Terms,
  { shares, totalShares }: Stake,
  prices: Prices,
  settings: FutureSettings,
): StakeOutcome {
  const { soldBps, exercisedBps, paidBps } = settings
  const future: Future = {
    ...{ soldBps, exercisedBps, paidBps },
    reservePriceUsdt: prices.mstrUsdt,
    mstrPriceUsdt: priceAt(prices.mstrUsdt, settings.mstrBps),
    btcPriceUsdt: priceAt(prices.btcUsdt, settings.btcBps),
  }
  return stakeOutcomeDown(outcomeTerms(terms), totalShares, shares, future)
}
