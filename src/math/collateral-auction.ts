/**
 * Auctions of liquidated vaults, as VaultAuctions.sol has them, and what a page says of one: its price at any second, when
 * a take pays, and what it gains. Units as in collateral.ts; times are unix seconds. Everything throws a RangeError as its
 * functions do. rules.md C7
 */
import { auctionLeastUp, auctionPriceDown, auctionTopUp, keeperPartDown, mintedDown, penaltyUp, takeOf, type Take } from './collateral' // prettier-ignore
import { debtOf, interestOf, type Vault } from './collateral-due'
import { add, min, subtract } from './uint256'

/** How the price of an auction falls; as it was at its (last) beginning. */
export type Fall = {
  readonly startedAt: bigint
  readonly top: bigint
  readonly tauSeconds: bigint
  readonly tailSeconds: bigint
  /** WAD. */
  readonly cusp: bigint
}

/** TUSDT that is still to come in, in the order in which it does. */
export type Need = {
  readonly principal: bigint
  readonly interest: bigint
  readonly late: bigint
  readonly penalty: bigint
}

/** An auction that runs; see `Auction` in VaultTypes.sol. */
export type Auction = Fall & Need & { readonly lot: bigint; readonly keeperBps: bigint }

/** Terms of a type that an auction begins with. */
export type AuctionTerms = Pick<Fall, 'tauSeconds' | 'tailSeconds' | 'cusp'> & {
  readonly keeperBps: bigint
  readonly buffer: bigint
  readonly penaltyBps: bigint
}

/** All that would end an auction. */
export function needOf({ principal, interest, late, penalty }: Need): bigint {
  return add(add(add(principal, interest), late), penalty)
}

/** The auction that a liquidation of this vault opens. The penalty rounds up. rules.md C7 */
export function auctionOf(
  vault: Vault,
  rate: bigint,
  current: bigint,
  terms: AuctionTerms,
  time: bigint,
): Auction {
  const { tauSeconds, tailSeconds, cusp, keeperBps, buffer, penaltyBps } = terms
  return {
    ...{ startedAt: time, top: auctionTopUp(current, buffer), tauSeconds, tailSeconds, cusp, keeperBps },
    lot: vault.collateral,
    principal: vault.principal,
    interest: interestOf(vault, rate),
    late: vault.late,
    penalty: penaltyUp(debtOf(vault, rate), penaltyBps),
  }
}

/** The auction begun anew at the current price, by the terms of now. rules.md C7 */
export function afterReset(auction: Auction, current: bigint, terms: AuctionTerms, time: bigint): Auction {
  const { tauSeconds, tailSeconds, cusp, keeperBps, buffer } = terms
  const fall = { startedAt: time, top: auctionTopUp(current, buffer), tauSeconds, tailSeconds, cusp }
  return { ...auction, ...fall, keeperBps }
}

/** Price at a time from its beginning on. Rounds down. */
export function priceAt({ top, tauSeconds, startedAt }: Fall, time: bigint): bigint {
  return auctionPriceDown(top, tauSeconds, subtract(time, startedAt))
}

/** Whether its price is too old or too low to take at. A freeze asks for a reset, too; that is not told here. */
export function needsReset(fall: Fall, time: bigint): boolean {
  if (subtract(time, fall.startedAt) >= fall.tailSeconds) return true
  return priceAt(fall, time) < auctionLeastUp(fall.top, fall.cusp)
}

/** How an auction ends: what returns to the vault, and what of its debt does not come in. */
export type End = { readonly returned: bigint; readonly badDebt: bigint; readonly forgone: bigint }

/** What a take changes; `end` where nothing is needed or left then. */
export type Settlement = Take & {
  /** What came in, by its kind. */
  readonly payment: Need
  /** Part of the penalty for whoever liquidated. Rounds down. */
  readonly keeperPart: bigint
  readonly auction: Auction
  readonly end: End | undefined
}

/**
 * A take of at most `ask` at a price; undefined where so small a part can't be taken. What comes in pays principal first,
 * then interest, late fees and penalty. rules.md C7
 */
export function afterTake(
  auction: Auction,
  ask: bigint,
  price: bigint,
  dust: bigint,
): Settlement | undefined {
  const { taken, paid } = takeOf(ask, auction.lot, needOf(auction), price, dust)
  if (paid === 0n) return undefined
  const principal = min(auction.principal, paid)
  const interest = min(auction.interest, paid - principal)
  const late = min(auction.late, paid - principal - interest)
  const payment = { principal, interest, late, penalty: paid - principal - interest - late }
  const after: Auction = {
    ...auction,
    lot: auction.lot - taken,
    principal: auction.principal - principal,
    interest: auction.interest - interest,
    late: auction.late - late,
    penalty: subtract(auction.penalty, payment.penalty),
  }
  const need = needOf(after)
  const isOver = after.lot === 0n || need === 0n
  const end = { returned: after.lot, badDebt: after.principal, forgone: need - after.principal }
  const keeperPart = keeperPartDown(payment.penalty, auction.keeperBps)
  return { taken, paid, payment, keeperPart, auction: after, end: isOver ? end : undefined }
}

/**
 * What a take gains at the oracle's price, less what it costs and less gas (in TUSDT, 0 where unknown); signed. What is
 * taken is worth that rounded down. rules.md C7
 */
export function gainOf({ taken, paid }: Take, oraclePrice: bigint, gas: bigint): bigint {
  return mintedDown(taken, oraclePrice) - add(paid, gas)
}

/** The first second at which it must be reset. */
export function resetFrom(fall: Fall): bigint {
  return firstSecond(fall.startedAt, fall.startedAt + fall.tailSeconds, (time) => needsReset(fall, time))
}

/**
 * The first second, from `now` on, at which a take gains at least `least` (signed, at least 1 to gain anything); undefined
 * where it must be reset before. `gainAt` tells what it gains at a price, and falls with it.
 */
export function profitableFrom(
  fall: Fall,
  now: bigint,
  gainAt: (price: bigint) => bigint,
  least: bigint,
): bigint | undefined {
  const end = resetFrom(fall)
  const first = firstSecond(now, end, (time) => gainAt(priceAt(fall, time)) >= least)
  return first < end ? first : undefined
}

/** What taking all that is left gains at an auction's price. */
export function gainOfAll(
  auction: Auction,
  dust: bigint,
  oraclePrice: bigint,
  gas: bigint,
): (price: bigint) => bigint {
  const { lot } = auction
  return (price) => gainOf(takeOf(lot, lot, needOf(auction), price, dust), oraclePrice, gas)
}

/** The first second in [from, end) at which something is true that stays true; `end` where it never is. */
function firstSecond(from: bigint, end: bigint, isTrue: (time: bigint) => boolean): bigint {
  let [first, last] = [from, end]
  while (first < last) {
    const middle = (first + last) / 2n
    if (isTrue(middle)) last = middle
    else first = middle + 1n
  }
  return first
}
