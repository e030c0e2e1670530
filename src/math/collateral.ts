/**
 * Arithmetic of TUSDT and its collateral, as CollateralMath.sol has it, function by function. TUSDT, TAO and subnet tokens
 * have 18 decimals, USD (USDC) 6; prices and ratios are WAD, rates RAY, shares of something basis points, times seconds;
 * what is outstanding is signed. The direction of rounding ends each name; without one a result is exact. Everything throws
 * a RangeError for what no uint256 (or int256) holds, and at a price or a ratio of 0 that it divides by.
 */
import {
  add,
  int256,
  min,
  mulDivDown,
  mulDivUp,
  requireUint256,
  saturatingSubtract,
  subtract,
  uint256,
} from './uint256'
import { BPS, WAD } from './units'

/** 1 in fixed point with 27 decimals: rates. */
export const RAY = 10n ** 27n

/** TUSDT units in a unit of USD. */
export const USD_UNIT = 10n ** 12n

/** TUSDT. A take of a sale of backing leaves need and lot worth this much, or ends one of them. */
const SALE_DUST = WAD

/** C: what the backing is worth in USD (18 decimals). Rounds down. rules.md C1 */
export function backingDown(tao: bigint, usd: bigint, price: bigint): bigint {
  return add(mulDivDown(tao, price, WAD), multiply(usd, USD_UNIT))
}

/** CR: backing per TUSDT outstanding (not 0), WAD. Rounds down. rules.md C1 */
export function ratioDown(backing: bigint, outstanding: bigint): bigint {
  return mulDivDown(backing, WAD, outstanding)
}

/** Whether backing stands at or above a ratio, exactly; where nothing is outstanding it does. rules.md C2, C12 */
export function isBacked(backing: bigint, outstanding: bigint, ratio: bigint): boolean {
  requireUint256(backing, ratio)
  return int256(outstanding) <= 0n || multiply(backing, WAD) >= multiply(ratio, outstanding)
}

/** TUSDT for TAO. Rounds down. rules.md C1 */
export function mintedDown(tao: bigint, low: bigint): bigint {
  return mulDivDown(tao, low, WAD)
}

/**
 * What redeemed TUSDT is worth in USD (18 decimals): itself, or its part of a backing that is too small. Rounds down.
 * rules.md C1, C12
 */
export function redeemedValueDown(tusdt: bigint, backing: bigint, outstanding: bigint): bigint {
  requireUint256(tusdt, backing)
  return int256(outstanding) <= backing ? tusdt : mulDivDown(tusdt, backing, outstanding)
}

/** TAO of a value in USD (18 decimals). Rounds down. rules.md C1 */
export function taoOfDown(value: bigint, high: bigint): bigint {
  return mulDivDown(value, WAD, high)
}

/** USD (6 decimals) of a value in USD (18 decimals). Rounds down. rules.md C1 */
export function usdOfDown(value: bigint): bigint {
  return uint256(value) / USD_UNIT
}

/** USD (6 decimals) that surplus costs. Rounds up. rules.md C4 */
export function surplusCostUp(tusdt: bigint): bigint {
  return mulDivUp(tusdt, 1n, USD_UNIT)
}

/**
 * ΔSmax: how much more TUSDT may be out at the end of a day than at its beginning, when C0 and S0 were stored. `added` is
 * Rd, net backing since, in USD (18 decimals), signed; `target` CRt, above 1; `safety` m, only of what was added. Rounds
 * down. Throws also above int256. rules.md C2
 */
export function dayCapDown(
  backing0: bigint,
  outstanding0: bigint,
  added: bigint,
  target: bigint,
  safety: bigint,
): bigint {
  requireUint256(target, safety)
  const weighted = int256(int256(added > 0n ? safety : WAD) * int256(added))
  const owed = int256(int256(target) * int256(outstanding0))
  const room = int256(int256(int256(multiply(backing0, WAD)) + weighted) - owed)
  if (room <= 0n) return 0n
  return mulDivDown(room, 1n, subtract(target, WAD))
}

/** Price of TAO at which the ratio of phase 1 falls below a level. Rounds up; 0 where no price does. rules.md C6 */
export function levelPriceUp(tao: bigint, usd: bigint, outstanding: bigint, level: bigint): bigint {
  requireUint256(tao, usd, level)
  if (int256(outstanding) <= 0n || tao === 0n) return 0n
  const wanted = mulDivUp(level, outstanding, WAD)
  const inUsd = multiply(usd, USD_UNIT)
  return wanted <= inUsd ? 0n : mulDivUp(wanted - inUsd, WAD, tao)
}

/** The least price of a sale of backing that does not lower the ratio. Rounds up. rules.md C12 */
export function saleFloorUp(price: bigint, outstanding: bigint, backing: bigint): bigint {
  return mulDivUp(price, outstanding, backing)
}

/**
 * TUSDT that must come in for the ratio to reach its recovery `t`, from a sale at `salePrice`. Rounds up. Throws where C is
 * above t·S, and where the price is so low that no sale helps. rules.md C12
 */
export function saleNeedUp(
  backing: bigint,
  outstanding: bigint,
  recovery: bigint,
  salePrice: bigint,
  price: bigint,
): bigint {
  const missing = subtract(multiply(recovery, outstanding), multiply(backing, WAD))
  return mulDivUp(missing, salePrice, subtract(multiply(recovery, salePrice), multiply(price, WAD)))
}

/**
 * What a take of a sale of backing gets and pays: as `takeOf`, but who ends the need gets as much less as a unit of USD is
 * worth at the current `price`, so that the rounded backing restores the ratio, too. rules.md C12
 */
export function saleTakeOf(ask: bigint, lot: bigint, need: bigint, salePrice: bigint, price: bigint): Take {
  requireUint256(price)
  const { taken, paid } = takeOf(ask, lot, need, salePrice, SALE_DUST)
  return { taken: paid === need ? saturatingSubtract(taken, mulDivUp(WAD, 1n, price)) : taken, paid }
}

/** What a rate has become after some seconds. Each product is rounded to the nearest, the last one down. rules.md C4 */
export function rateAfter(rate: bigint, feeRay: bigint, elapsedSeconds: bigint): bigint {
  return mulDivDown(rate, power(feeRay, elapsedSeconds), RAY)
}

/** Debt without late fees. Rounds up. rules.md C4 */
export function debtUp(art: bigint, rate: bigint): bigint {
  return mulDivUp(art, rate, RAY)
}

/** Normalised debt of an amount that is drawn. Rounds up. rules.md C4 */
export function drawnArtUp(tusdt: bigint, rate: bigint): bigint {
  return mulDivUp(tusdt, RAY, rate)
}

/** Normalised debt that an amount clears. Rounds down. rules.md C4 */
export function clearedArtDown(tusdt: bigint, rate: bigint): bigint {
  return mulDivDown(tusdt, RAY, rate)
}

/** Whether a debt is covered by this ratio; exactly at the boundary it is. rules.md C4, C5 */
export function isSafe(debt: bigint, collateral: bigint, price: bigint, ratio: bigint): boolean {
  return multiply(debt, ratio) <= multiply(collateral, price)
}

/** Lp: the least price at which a debt is covered by collateral (not 0). Rounds up. rules.md C6 */
export function liquidationPriceUp(debt: bigint, collateral: bigint, ratio: bigint): bigint {
  return mulDivUp(debt, ratio, collateral)
}

/** The most that can be drawn by the mint ratio. Rounds down, to the unit. rules.md C4 */
export function maxDrawDown(
  art: bigint,
  rate: bigint,
  late: bigint,
  collateral: bigint,
  low: bigint,
  ratio: bigint,
): bigint {
  requireUint256(art, rate, late)
  const mostDebt = mulDivDown(collateral, low, ratio)
  if (mostDebt <= late) return 0n
  const mostArt = mulDivDown(mostDebt - late, RAY, rate)
  return mostArt <= art ? 0n : mulDivDown(mostArt - art, rate, RAY)
}

/** The most collateral that can be withdrawn by the mint ratio. Rounds down, to the unit. rules.md C4 */
export function maxWithdrawDown(debt: bigint, collateral: bigint, low: bigint, ratio: bigint): bigint {
  requireUint256(debt, collateral, low, ratio)
  if (debt === 0n) return collateral
  const kept = mulDivUp(debt, ratio, low)
  return collateral <= kept ? 0n : collateral - kept
}

/** What is taken of a payment: never more than the debt, and not so much that dust would newly be left. rules.md C4 */
export function paymentOf(amount: bigint, debt: bigint, dust: bigint): bigint {
  requireUint256(amount, debt, dust)
  if (amount >= debt) return debt
  return debt >= dust && debt - amount < dust ? debt - dust : amount
}

/** Fee for interest that was not paid in time. Rounds up. rules.md C13 */
export function lateFeeUp(unpaid: bigint, lateBps: bigint): bigint {
  return mulDivUp(unpaid, lateBps, BPS)
}

/** Penalty of a liquidation. Rounds up. rules.md C7 */
export function penaltyUp(debt: bigint, penaltyBps: bigint): bigint {
  return mulDivUp(debt, penaltyBps, BPS)
}

/** Liquidation ratio on principal (not 0), which interest raises. Rounds up. rules.md C14 */
export function effectiveRatioUp(ratio: bigint, debt: bigint, principal: bigint): bigint {
  return mulDivUp(ratio, debt, principal)
}

/** The most principal of a type: its line, or a part of a pool's liquidity in USD (18 decimals). Rounds down. rules.md C9 */
export function ceilingDown(line: bigint, liquidity: bigint, ceilingBps: bigint): bigint {
  return min(line, mulDivDown(liquidity, ceilingBps, BPS))
}

/** Price an auction begins at. Rounds up. rules.md C7 */
export function auctionTopUp(price: bigint, bufferWad: bigint): bigint {
  return mulDivUp(price, bufferWad, WAD)
}

/** Price of an auction after some time, which would reach 0 in `tau` seconds. Rounds down. rules.md C7 */
export function auctionPriceDown(top: bigint, tau: bigint, elapsedSeconds: bigint): bigint {
  requireUint256(top, tau, elapsedSeconds)
  return elapsedSeconds >= tau ? 0n : mulDivDown(top, tau - elapsedSeconds, tau)
}

/** The least price at which an auction goes on. Rounds up. rules.md C7 */
export function auctionLeastUp(top: bigint, cusp: bigint): bigint {
  return mulDivUp(top, cusp, WAD)
}

/** Part of a penalty that came in for whoever started the auction. Rounds down. rules.md C7 */
export function keeperPartDown(penalty: bigint, keeperBps: bigint): bigint {
  return mulDivDown(penalty, keeperBps, BPS)
}

/** What a take gets, in units of the lot, and pays, in TUSDT. */
export type Take = { readonly taken: bigint; readonly paid: bigint }

/**
 * What a take of at most `ask` gets and pays: at most what is left and needed, leaving need and lot worth dust each, or
 * ending one of them; nothing where neither is possible. The payment rounds up, what a cut payment buys down. rules.md C7
 */
export function takeOf(ask: bigint, lot: bigint, need: bigint, price: bigint, dust: bigint): Take {
  requireUint256(need)
  const lotOfDust = mulDivUp(dust, WAD, price)
  const wanted = min(ask, lot)
  const cost = mulDivUp(wanted, price, WAD)
  if (cost >= need) return { taken: min(wanted, mulDivDown(need, WAD, price)), paid: need }
  if (wanted === lot) return { taken: wanted, paid: cost }
  if (need <= dust || lot <= lotOfDust) return { taken: 0n, paid: 0n }
  const taken = min(wanted, min(mulDivDown(need - dust, WAD, price), lot - lotOfDust))
  return { taken, paid: mulDivUp(taken, price, WAD) }
}

/** base^exponent in RAY by squaring, each product rounded to the nearest. */
function power(base: bigint, exponent: bigint): bigint {
  requireUint256(base, exponent)
  let result = exponent % 2n === 0n ? RAY : base
  let square = base
  for (let rest = exponent / 2n; rest !== 0n; rest /= 2n) {
    square = multiplyRay(square, square)
    if (rest % 2n !== 0n) result = multiplyRay(result, square)
  }
  return result
}

/** Rounded to the nearest. */
function multiplyRay(a: bigint, b: bigint): bigint {
  return add(multiply(a, b), RAY / 2n) / RAY
}

function multiply(a: bigint, b: bigint): bigint {
  return uint256(uint256(a) * uint256(b))
}
