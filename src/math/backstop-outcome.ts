/**
 * What becomes of a stake: the contracts' own formulas, one after the other, over a future that somebody imagines. Units
 * as in `backstop.ts`: USDT 6 decimals, MSTR 18, BTC 8, prices USDT units per whole token, percentages basis points.
 * Throws a RangeError for what is no uint256 and where the contracts would revert.
 */
import {
  BTC_UNIT,
  MSTR_UNIT,
  proRataDown,
  saleLimitDown,
  upfrontUsdtDown,
  warrantCountDown,
} from './backstop'
import { entitlementDown } from './backstop-release'
import { assetToUsdtDown, compensation, reservedMstrDown, settlement } from './backstop-settlement'
import { add, mulDivDown, mulDivUp, saturatingSubtract, subtract } from './uint256'
import { BPS } from './units'

/** The terms that decide what a stake can become. */
export type OutcomeTerms = {
  readonly coverageBps: bigint
  readonly upfrontBps: bigint
  readonly warrantBps: bigint
  readonly compensationBps: bigint
  readonly minSaleUsdt: bigint
  readonly maxSaleUsdt: bigint
  readonly warrantParUsdt: bigint
  readonly reserveUsdt: bigint
}

/** A future of a series, as somebody imagines it. */
export type Future = {
  /** Of what may be sold, the part that is: at most 10000. */
  readonly soldBps: bigint
  /** Of the par of all warrants, the buyers' and the stakers', the part that is exercised: at most 10000. */
  readonly exercisedBps: bigint
  /** MSTR at the close of the sale: sizes the reserve. */
  readonly reservePriceUsdt: bigint
  /** MSTR at maturity. */
  readonly mstrPriceUsdt: bigint
  /** BTC at maturity. */
  readonly btcPriceUsdt: bigint
  /** Of the BTC owed, the part that gets paid: at most 10000. */
  readonly paidBps: bigint
}

/** What one stake has become. What is worth something is worth it at the prices of maturity. */
export type StakeOutcome = {
  /** Of the whole series. */
  readonly soldUsdt: bigint
  /** Of the whole series: what the exercised warrants have paid in. */
  readonly ledgerUsdt: bigint
  /** Of this stake: spent on Notes. */
  readonly usedUsdt: bigint
  readonly backUsdt: bigint
  /** At the price of the day on which it is fixed, whatever asset it is paid in. */
  readonly upfrontUsdt: bigint
  /** At least so many: a remainder may bring one more. rules.md B10 */
  readonly warrants: bigint
  /** What is owed for the USDT used, in MSTR and BTC. */
  readonly targetUsdt: bigint
  readonly mstr: bigint
  readonly mstrUsdt: bigint
  readonly btcOwed: bigint
  readonly btc: bigint
  readonly btcUsdt: bigint
  /** USDT back, upfront share, MSTR and BTC. Warrants are not in it: they are worth what one makes of them. */
  readonly totalUsdt: bigint
  /** Used, and not made up for. */
  readonly lostUsdt: bigint
}

/**
 * One stake after its series has been settled and the compensation paid as far as `paidBps` says. The parts of a staker
 * round down, as the pool pays them. Throws when `shares` are more than `totalShares`, for coverage, par or a needed price
 * of 0, and above uint256. rules.md B3, B4, B7–B13
 * @param totalShares T when staking closes, with this stake in it
 * @param shares of this stake
 */
export function stakeOutcomeDown(
  terms: OutcomeTerms,
  totalShares: bigint,
  shares: bigint,
  future: Future,
): StakeOutcome {
  subtract(totalShares, shares)
  const { coverageBps, minSaleUsdt, maxSaleUsdt } = terms
  const limit = saleLimitDown(totalShares, coverageBps, minSaleUsdt, maxSaleUsdt)
  const sold = mulDivDown(limit, future.soldBps, BPS)
  const warrantTotal = warrantCountDown(sold, terms.warrantBps, terms.warrantParUsdt)
  const par = add(sold, mulDivDown(warrantTotal, terms.warrantParUsdt, 1n))
  const ledgerUsdt = mulDivDown(par, future.exercisedBps, BPS)
  const { used } = settlement(sold, ledgerUsdt)
  const reserve = terms.reserveUsdt === 0n ? 0n : reservedMstrDown(terms.reserveUsdt, future.reservePriceUsdt)
  const { mstrPriceUsdt, btcPriceUsdt } = future
  const owed = compensation(used, terms.compensationBps, reserve, mstrPriceUsdt, btcPriceUsdt)
  const mine = (total: bigint) => proRataDown(total, shares, totalShares)
  const backUsdt = entitlementDown(shares, totalShares, used)
  const upfrontUsdt = mine(upfrontUsdtDown(sold, terms.upfrontBps))
  const mstr = mine(owed.mstrPaid)
  const btc = mine(mulDivDown(owed.btcOwed, future.paidBps, BPS))
  const mstrUsdt = assetToUsdtDown(mstr, MSTR_UNIT, mstrPriceUsdt)
  const btcUsdt = assetToUsdtDown(btc, BTC_UNIT, btcPriceUsdt)
  const usedUsdt = subtract(shares, backUsdt)
  return {
    soldUsdt: sold,
    ledgerUsdt,
    usedUsdt,
    backUsdt,
    upfrontUsdt,
    warrants: mine(warrantTotal),
    targetUsdt: mine(owed.target),
    mstr,
    mstrUsdt,
    btcOwed: mine(owed.btcOwed),
    btc,
    btcUsdt,
    totalUsdt: add(add(backUsdt, upfrontUsdt), add(mstrUsdt, btcUsdt)),
    lostUsdt: saturatingSubtract(usedUsdt, add(mstrUsdt, btcUsdt)),
  }
}

/**
 * BTC of the treasury that the make-whole of one series asks for, in USDT: what neither its reserved MSTR nor its own BTC
 * pays. Rounds up. Throws at a needed price of 0 and above uint256. rules.md B13
 * @param mstrPriceUsdt 0 asks what it would be with worthless MSTR
 */
export function treasuryNeedUp(
  usedUsdt: bigint,
  compensationBps: bigint,
  mstrReserved: bigint,
  seriesBtc: bigint,
  mstrPriceUsdt: bigint,
  btcPriceUsdt: bigint,
): bigint {
  const { btcOwed } = compensation(usedUsdt, compensationBps, mstrReserved, mstrPriceUsdt, btcPriceUsdt)
  return mulDivUp(saturatingSubtract(btcOwed, seriesBtc), btcPriceUsdt, BTC_UNIT)
}

/**
 * What a stake of `shares` would have become in a series that has ended, by what it paid to all. Rounds down; 0 in an empty
 * pool. Throws when more was used than staked, and above uint256. rules.md B7, B8
 * @param paidUsdt to all stakers: upfront share, MSTR and BTC, at the prices they were paid at
 */
export function realizedDown(
  shares: bigint,
  totalShares: bigint,
  usedUsdt: bigint,
  paidUsdt: bigint,
): bigint {
  return proRataDown(add(subtract(totalShares, usedUsdt), paidUsdt), shares, totalShares)
}
