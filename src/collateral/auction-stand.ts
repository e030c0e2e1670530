import { auctionTopUp, keeperPartDown, takeOf } from '../math/collateral'
import {
  gainOfAll,
  priceAt,
  profitableFrom,
  resetFrom,
  type Auction,
  type Fall,
} from '../math/collateral-auction'
import { max, min } from '../math/uint256'
import { WAD } from '../math/units'
import { mulDivDown } from '../math/uint256'
import { knownValue } from '../math/reading'
import type { TakeTerms } from './auction-plans'
import type { AuctionStatus, CollateralType } from './snapshot'

/** How long a person has to sign, and the chain to take it. */
const INCLUSION_SECONDS = 3_600n

/** An auction of one block as its arithmetic goes on from it. */
export function auctionIn({ stored }: AuctionStatus): Auction {
  const { startedAt, top, cusp, lot, principal, interest, late, penalty } = stored
  return {
    ...{ startedAt, top, cusp, lot, principal, interest, late, penalty },
    tauSeconds: BigInt(stored.tauSeconds),
    tailSeconds: BigInt(stored.tailSeconds),
    keeperBps: BigInt(stored.keeperBps),
  }
}

/** What is shown of an auction's way: when it pays to take all, when it must be reset. Unix seconds. rules.md C7 */
export type Way = {
  readonly resetAt: bigint
  /** From when on its price is not above the current one; undefined where it must be reset before. */
  readonly atCurrent: bigint | undefined
  /** From when on taking all gains something; undefined where it must be reset before, and without a price. */
  readonly profitableAt: bigint | undefined
}

/**
 * @param oraclePrice WAD, 0 where none holds
 * @param gas what a person thinks that it costs, in TUSDT (18 decimals)
 */
export function wayOf(auction: Auction, dust: bigint, oraclePrice: bigint, gas: bigint): Way {
  const resetAt = resetFrom(auction)
  if (oraclePrice === 0n) return { resetAt, atCurrent: undefined, profitableAt: undefined }
  const from = auction.startedAt
  return {
    resetAt,
    atCurrent: profitableFrom(auction, from, (price) => oraclePrice - price, 0n),
    profitableAt: profitableFrom(auction, from, gainOfAll(auction, dust, oraclePrice, gas), 1n),
  }
}

/** The auction as a reset would begin it: at the current price, by the terms of now. rules.md C7 */
export function anewOf(
  auction: Auction,
  { parameters }: Pick<CollateralType, 'parameters'>,
  current: bigint,
  time: bigint,
): Auction | undefined {
  const terms = knownValue(parameters)
  if (!terms || current === 0n) return undefined
  const { tauSeconds, tailSeconds, cusp, keeperBps, buffer } = terms
  const top = auctionTopUp(current, buffer)
  return { ...auction, ...{ startedAt: time, top, tauSeconds, tailSeconds, cusp, keeperBps } }
}

/** The most that whoever started it can get, if all of the penalty comes in. Rounds down. rules.md C7 */
export const keeperMostOf = ({ penalty, keeperBps }: Pick<Auction, 'penalty' | 'keeperBps'>): bigint =>
  keeperPartDown(penalty, keeperBps)

/**
 * A take at the price of this block, and its bounds; undefined where so small a part can't be taken. It may cost as much
 * as at `maxPrice`, which only a reset reaches again. `ask` undefined is as much as is needed.
 */
export function termsOf(
  { id }: Pick<AuctionStatus, 'id'>,
  auction: Auction,
  { ask, maxPrice, price, dust, now }: Pick<TakeTerms, 'ask' | 'maxPrice'> & Moment,
): TakeTerms | undefined {
  const wanted = ask ?? auction.lot
  const need = auction.principal + auction.interest + auction.late + auction.penalty
  const takeAt = (at: bigint) => takeOf(wanted, auction.lot, need, at, dust)
  const { taken, paid } = takeAt(price)
  if (paid === 0n) return undefined
  const last = lowestPrice(auction, now)
  // Between the two it falls only where the need is no longer met by what is asked.
  const turn = wanted === 0n ? price : mulDivDown(need - 1n, WAD, wanted)
  const least = [last, turn].filter((at) => at >= last && at < price).map((at) => takeAt(at).taken)
  return {
    ...{ id, ask, maxPrice, taken },
    paid: max(paid, takeAt(maxPrice).paid),
    leastTaken: least.reduce(min, taken),
  }
}

export type Moment = { readonly price: bigint; readonly dust: bigint; readonly now: bigint }

/** The lowest price at which what is signed now can be taken. */
function lowestPrice(fall: Fall, now: bigint): bigint {
  const last = min(now + INCLUSION_SECONDS, resetFrom(fall) - 1n)
  return priceAt(fall, max(last, now))
}
