import { MSTR_UNIT, proRataDown, upfrontUsdtDown } from '../math/backstop'
import { assetToUsdtDown, usdtToAssetDown, compensation, settlement } from '../math/backstop-settlement'
import { warrantAllocation } from '../math/backstop-warrants'
import type { Staker } from '../math/backstop-warrants'
import { saturatingSubtract } from '../math/uint256'
import type { Position, SeriesState, SettlementResult, Terms } from './snapshot'
import { payoutSymbol } from './enums'
import type { PayoutSymbol } from './enums'

/** Average prices, USDT units (6 decimals) per whole token. */
export type Prices = { readonly mstrUsdt: bigint; readonly btcUsdt: bigint }

/** How the upfront share of a staker comes about. Amounts in base units of the payout asset. rules.md B9 */
export type UpfrontView = {
  readonly symbol: PayoutSymbol
  /** All stakers together. */
  readonly total: bigint
  readonly funded: bigint
  readonly mine: bigint
  readonly claimed: bigint
  readonly claimable: bigint
  /** What the treasury still has to pay in for this staker. */
  readonly owedLater: bigint
}

export function upfrontView(terms: Terms, state: SeriesState, position: Position): UpfrontView {
  const mine = proRataDown(state.upfrontTotal, position.shares, state.totalShares)
  return {
    symbol: payoutSymbol(terms.upfrontAsset),
    total: state.upfrontTotal,
    funded: state.upfrontFunded,
    mine,
    claimed: position.upfrontClaimed,
    claimable: position.upfrontClaimable,
    owedLater: mine - proRataDown(state.upfrontFunded, position.shares, state.totalShares),
  }
}

/** Value in USDT of the staker's upfront share once the sale is finalized, whatever it is paid in. rules.md B9 */
export function upfrontValueUsdt(state: SeriesState, shares: bigint): bigint {
  return proRataDown(state.upfrontUsdt, shares, state.totalShares)
}

/** Value in USDT of the staker's upfront share, for what is sold so far. rules.md B9 */
export function upfrontSoFarUsdt(terms: Terms, state: SeriesState, shares: bigint): bigint {
  return proRataDown(upfrontUsdtDown(state.soldUsdt, BigInt(terms.upfrontBps)), shares, state.totalShares)
}

/** One settlement, of the whole series and of one staker: MSTR 18 decimals, BTC 8, the rest USDT. rules.md B11–B13 */
export type SettlementView = {
  readonly outstandingUsdt: bigint
  readonly fromLedgerUsdt: bigint
  readonly usedUsdt: bigint
  /** Still in the pool when the Notes are paid: everybody's again. */
  readonly freeUsdt: bigint
  readonly targetUsdt: bigint
  readonly prices: Prices
  readonly mstrReserved: bigint
  readonly mstrPaid: bigint
  /** What the paid MSTR is worth at the price of the settlement. Rounds down. */
  readonly mstrPaidUsdt: bigint
  readonly btcOwed: bigint
  /** What is left to make up for in BTC. */
  readonly btcOwedUsdt: bigint
  readonly btcFunded: bigint
  readonly mine: {
    /** What settlement would release to the staker, or has. */
    readonly claimableUsdt: bigint
    readonly usedUsdt: bigint
    readonly mstr: bigint
    readonly btc: bigint
  }
}

/** The series as it stood when it was settled: redemptions since have lowered what is outstanding, and the ledger. */
export function atSettlement(state: SeriesState, result: SettlementResult): SeriesState {
  return { ...state, outstandingUsdt: result.outstandingUsdt, ledgerUsdt: result.fromLedgerUsdt }
}

/** Whether `mstrReserved` says what there is for a compensation: terms may ask for no reserve at all. rules.md B12 */
export function isReserveKnown({ reserveUsdt }: Terms, { isMstrReserved }: SeriesState): boolean {
  return isMstrReserved || reserveUsdt === 0n
}

/** What settling now would bring, by the same arithmetic as the contract. */
export function settlementIfNow(
  terms: Terms,
  state: SeriesState,
  position: Position,
  prices: Prices,
): SettlementView {
  const { outstandingUsdt, ledgerUsdt, totalShares, mstrReserved } = state
  const { fromLedger, used } = settlement(outstandingUsdt, ledgerUsdt)
  const paid = compensation(
    used,
    BigInt(terms.compensationBps),
    mstrReserved,
    prices.mstrUsdt,
    prices.btcUsdt,
  )
  const mstrPaidUsdt = assetToUsdtDown(paid.mstrPaid, MSTR_UNIT, prices.mstrUsdt)
  const released = proRataDown(totalShares - used, position.shares, totalShares)
  return {
    outstandingUsdt,
    fromLedgerUsdt: fromLedger,
    usedUsdt: used,
    freeUsdt: totalShares - used,
    targetUsdt: paid.target,
    prices,
    mstrReserved,
    mstrPaid: paid.mstrPaid,
    mstrPaidUsdt,
    btcOwedUsdt: saturatingSubtract(paid.target, mstrPaidUsdt),
    btcOwed: paid.btcOwed,
    btcFunded: 0n,
    mine: {
      claimableUsdt: released - position.withdrawnUsdt,
      usedUsdt: position.shares - released,
      mstr: proRataDown(paid.mstrPaid, position.shares, totalShares),
      btc: proRataDown(paid.btcOwed, position.shares, totalShares),
    },
  }
}

/** What the settlement did bring, as the contract keeps it once the compensation is fixed. */
export function settlementAsDone(
  state: SeriesState,
  result: SettlementResult,
  position: Position,
): SettlementView {
  const { totalShares } = state
  const mstrPaidUsdt = assetToUsdtDown(result.mstrPaid, MSTR_UNIT, result.mstrPriceUsdt)
  return {
    outstandingUsdt: result.outstandingUsdt,
    fromLedgerUsdt: result.fromLedgerUsdt,
    usedUsdt: result.usedUsdt,
    freeUsdt: totalShares - result.usedUsdt,
    targetUsdt: result.targetUsdt,
    prices: { mstrUsdt: result.mstrPriceUsdt, btcUsdt: result.btcPriceUsdt },
    mstrReserved: result.mstrPaid + result.mstrBurnt,
    mstrPaid: result.mstrPaid,
    mstrPaidUsdt,
    btcOwedUsdt: saturatingSubtract(result.targetUsdt, mstrPaidUsdt),
    btcOwed: result.btcOwed,
    btcFunded: result.btcFunded,
    mine: {
      claimableUsdt: position.claimableUsdt,
      usedUsdt: position.shares - position.entitlementUsdt,
      mstr: proRataDown(result.mstrPaid, position.shares, totalShares),
      btc: proRataDown(result.btcOwed, position.shares, totalShares),
    },
  }
}

/** Warrants due to one staker, before the contract has ranked them. rules.md B10 */
export function warrantsOf(
  account: Staker['address'],
  warrants: bigint,
  stakers: readonly Staker[],
  totalShares: bigint,
): bigint {
  const key = account.toLowerCase()
  for (const [address, count] of warrantAllocation(warrants, stakers, totalShares))
    if (address.toLowerCase() === key) return count
  return 0n
}

/** MSTR for a USDT amount at a price of the terms. Rounds down. rules.md B6 */
export function mstrFor(usdtAmount: bigint, priceUsdt: bigint): bigint {
  return usdtToAssetDown(usdtAmount, MSTR_UNIT, priceUsdt)
}
