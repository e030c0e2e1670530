import {
  datesPassed,
  debtOf,
  nextDue,
  rolled,
  vaultAt,
  type Calendar,
  type Due,
  type Vault,
  type VaultNow,
} from '../math/collateral-due'
import { crossingPriceUp, positionRatioDown, survivedFallDown } from '../math/collateral-risk'
import { collateralForRatioUp, costOfSafety, outlookInAYear, type Cost } from '../math/collateral-steer'
import {
  collateralToKeepUp,
  debtAt,
  FEE_ROOM_SECONDS,
  maxDrawUntilDown,
  maxDrawWithFeeRoomDown,
  repaymentToReachUp,
  type Ratios,
} from '../math/collateral-vault'
import { maxWithdrawDown } from '../math/collateral'
import { saturatingSubtract } from '../math/uint256'
import type { Parameters, Prices } from './snapshot'

/** How long a person has to sign, and the chain to take it: until then bounds, Max and what fills a form stay true. */
const INCLUSION_SECONDS = 3_600n

/** The fall of the price that a form can make a vault safe for. */
const SAFETY_FALL_BPS = 3_000n

/** A vault as a form goes on from it: itself, and what it is judged by. */
export type VaultCase = {
  readonly now: VaultNow
  readonly calendar: Calendar
  readonly ratios: Ratios
  readonly prices: Prices
  readonly dust: bigint
}

/** A vault that is not opened yet. */
export function newCase(
  { feeRay, lateBps, graceSeconds, mintRatio, liquidationRatio, dust }: Parameters,
  prices: Prices,
  { firstDueAt, rate, at }: { readonly firstDueAt: bigint; readonly rate: bigint; readonly at: bigint },
): VaultCase {
  const nextDate = datesPassed(firstDueAt, at)
  const vault: Vault = { collateral: 0n, art: 0n, principal: 0n, late: 0n, due: 0n, nextDate }
  return {
    now: { vault, rate: { rate, at }, lastDate: undefined },
    calendar: { firstDueAt, feeRay, lateBps, graceSeconds },
    ratios: { mintRatio, liquidationRatio },
    ...{ prices, dust },
  }
}

/** The same vault after something was done with it. */
export const withVault = (one: VaultCase, vault: Vault): VaultCase => ({ ...one, now: { ...one.now, vault } })

/** Nobody reads more of an amount than six digits after the point; what a form fills in has no more. */
const SHOWN = 10n ** 12n
const shortDown = (amount: bigint): bigint => amount - (amount % SHOWN)
const shortUp = (amount: bigint): bigint => shortDown(amount + SHOWN - 1n)

/** The last moment for which a form promises something, unix seconds. */
const includedBy = ({ now }: VaultCase): bigint => now.rate.at + INCLUSION_SECONDS

/** The most that the debt can be when the chain takes what is signed now, if nobody pays. rules.md C4 */
export const mostDebtOf = (one: VaultCase): bigint => debtAt(one.now, one.calendar, includedBy(one))

/** When it has to be true: in this second, as the contract asks, or for all the time there is to sign. */
type Until = 'now' | 'signed'

const timeOf = (one: VaultCase, until: Until) => (until === 'now' ? one.now.rate.at : includedBy(one))

/** TUSDT that can be drawn, with 30 days of fee left above the liquidation ratio; 0 without a price. rules.md C4, C6 */
export function mostDraw(one: VaultCase, until: Until): bigint {
  const { now, calendar, prices, ratios } = one
  if (prices.low === 0n) return 0n
  return maxDrawWithFeeRoomDown(now, calendar, prices.low, ratios, timeOf(one, until))
}

/** Collateral that the vault must keep for its debt; undefined where there is no price to judge it by. rules.md C4, C6 */
export function keptCollateral(one: VaultCase, until: Until): bigint | undefined {
  const { now, calendar, prices, ratios } = one
  if (debtOf(now.vault, now.rate.rate) === 0n) return 0n
  if (prices.low === 0n) return undefined
  return collateralToKeepUp(now, calendar, prices.low, ratios, timeOf(one, until))
}

/** Collateral that can be withdrawn; 0 where there is debt and no price. rules.md C4, C6 */
export function mostWithdraw(one: VaultCase, until: Until): bigint {
  const kept = keptCollateral(one, until)
  return kept === undefined ? 0n : saturatingSubtract(one.now.vault.collateral, kept)
}

/** TUSDT after whose payment the vault keeps enough, with 30 days of fee. rules.md C4, C6 */
export function paymentToKeep(one: VaultCase): bigint {
  const { now, calendar, prices, ratios, dust } = one
  const { vault } = vaultAt(now, calendar, includedBy(one))
  const pay = (time: bigint, ratio: bigint) =>
    repaymentToReachUp(vault, rolled(now.rate, calendar, time).rate.rate, prices.low, ratio, dust)
  const byMint = pay(includedBy(one), ratios.mintRatio)
  const byLiquidation = pay(includedBy(one) + FEE_ROOM_SECONDS, ratios.liquidationRatio)
  return byMint > byLiquidation ? byMint : byLiquidation
}

/** What Max of a form draws and withdraws: true for all the time there is to sign. */
export const maxDraw = (one: VaultCase): bigint => shortDown(mostDraw(one, 'signed'))
export function maxWithdraw(one: VaultCase): bigint {
  const most = mostWithdraw(one, 'signed')
  return most === one.now.vault.collateral ? most : shortDown(most)
}

/** What each action takes for the vault to stand at a ratio (WAD) by the current price, which there must be; 0 if none does. */
export const amountFor = {
  deposit(one: VaultCase, ratio: bigint): bigint {
    const needed = collateralForRatioUp(mostDebtOf(one), one.prices.current, ratio)
    return shortUp(saturatingSubtract(needed, one.now.vault.collateral))
  },
  draw(one: VaultCase, ratio: bigint): bigint {
    const { now, calendar, prices } = one
    const { art, collateral } = now.vault
    const then = vaultAt(now, calendar, includedBy(one))
    return maxDrawUntilDown(
      ...([art, now.rate.rate, then.rate.rate, then.vault.late] as const),
      ...([collateral, prices.current, ratio] as const),
    )
  },
  repay(one: VaultCase, ratio: bigint): bigint {
    const { vault, rate } = vaultAt(one.now, one.calendar, includedBy(one))
    return shortUp(repaymentToReachUp(vault, rate.rate, one.prices.current, ratio, one.dust))
  },
  withdraw(one: VaultCase, ratio: bigint): bigint {
    return shortDown(maxWithdrawDown(mostDebtOf(one), one.now.vault.collateral, one.prices.current, ratio))
  },
}

/** What it costs to survive a fall of 30%; undefined without debt or price. rules.md C10 */
export function safetyOf(one: VaultCase): Cost | undefined {
  const { now, calendar, prices, ratios, dust } = one
  if (prices.current === 0n || now.vault.art === 0n) return undefined
  const { vault, rate } = vaultAt(now, calendar, includedBy(one))
  const cost = costOfSafety(vault, rate.rate, prices.current, SAFETY_FALL_BPS, ratios, dust)
  return { ...cost, collateral: shortUp(cost.collateral), tusdt: shortUp(cost.tusdt) }
}

/** How a vault stands: what a form shows of it now and afterwards. */
export type Picture = {
  readonly debt: bigint
  /** Collateral against debt by the current and the next price; undefined without debt, and without that price. */
  readonly ratio: bigint | undefined
  readonly ratioNext: bigint | undefined
  /** 0 without debt. rules.md C6 */
  readonly crossing: bigint
  /** Falls of the two prices that it survives. */
  readonly fall: bigint | undefined
  readonly fallNext: bigint | undefined
  /** Liquidation ratio on what was drawn, in a year. rules.md C14 */
  readonly inAYear: bigint | undefined
  /** rules.md C13 */
  readonly due: Due | undefined
}

export function pictureOf({ now, calendar, ratios, prices }: VaultCase): Picture {
  const { vault, rate } = now
  const debt = debtOf(vault, rate.rate)
  const position = { debt, collateral: vault.collateral }
  // Nothing covers a debt without collateral: its form is refused, and has no picture.
  const isBare = debt === 0n || vault.collateral === 0n
  const crossing = isBare ? 0n : crossingPriceUp(position, ratios.liquidationRatio)
  const by = <T>(price: bigint, of: (price: bigint) => T) => (isBare || price === 0n ? undefined : of(price))
  return {
    debt,
    ratio: by(prices.current, (price) => positionRatioDown(position, price)),
    ratioNext: by(prices.next, (price) => positionRatioDown(position, price)),
    crossing,
    fall: by(prices.current, (price) => survivedFallDown(crossing, price)),
    fallNext: by(prices.next, (price) => survivedFallDown(crossing, price)),
    inAYear: isBare
      ? undefined
      : outlookInAYear(now, calendar, ratios.liquidationRatio, prices.current).effectiveRatio,
    due: isBare ? undefined : nextDue(now, calendar),
  }
}
