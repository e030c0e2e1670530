/**
 * Steering a vault: a ratio from amounts, an amount from a ratio, what safety costs, and how the vault stands at other
 * prices. Units as in collateral.ts. Everything throws a RangeError as its functions do.
 */
import { effectiveRatioUp, isSafe } from './collateral'
import { debtOf, vaultAt, type Calendar, type Vault, type VaultNow } from './collateral-due'
import { bandOf, crossingPriceUp, fallenDown, positionRatioDown, type Band } from './collateral-risk'
import { repaymentToReachUp, type Ratios } from './collateral-vault'
import { mulDivDown, mulDivUp, saturatingSubtract } from './uint256'
import { DAY_SECONDS, WAD } from './units'

const YEAR_SECONDS = 365n * DAY_SECONDS

/** Debt that collateral covers at a price and ratio. Rounds down. rules.md C4 */
export function debtForRatioDown(collateral: bigint, price: bigint, ratio: bigint): bigint {
  return mulDivDown(collateral, price, ratio)
}

/** Collateral that covers a debt at a price and ratio. Rounds up. rules.md C4 */
export function collateralForRatioUp(debt: bigint, price: bigint, ratio: bigint): bigint {
  return mulDivUp(debt, ratio, price)
}

/** What it takes for a debt to be covered at a price: either of the two. */
export type Cost = {
  readonly price: bigint
  /** To add; 0 where the debt is covered. Rounds up. */
  readonly collateral: bigint
  /** TUSDT to pay; 0 where the debt is covered. Rounds up. */
  readonly tusdt: bigint
  /** Whether paying means paying all: less would leave dust. */
  readonly closes: boolean
}

/**
 * What it costs to be safe after a fall of the price. `rate` is that of the last moment of inclusion: earlier the same is
 * enough, too. rules.md C5, C10
 */
export function costOfSafety(
  vault: Vault,
  rate: bigint,
  current: bigint,
  fallBps: bigint,
  { liquidationRatio }: Pick<Ratios, 'liquidationRatio'>,
  dust: bigint,
): Cost {
  const price = fallenDown(current, fallBps)
  const debt = debtOf(vault, rate)
  const needed = debt === 0n ? 0n : collateralForRatioUp(debt, price, liquidationRatio)
  const tusdt = repaymentToReachUp(vault, rate, price, liquidationRatio, dust)
  return {
    price,
    collateral: saturatingSubtract(needed, vault.collateral),
    tusdt,
    closes: debt > 0n && tusdt === debt,
  }
}

/** How a vault stands at one price. */
export type Rung = {
  readonly at: 'current' | 'next' | bigint
  readonly price: bigint
  /** USD, 18 decimals. Rounds down. */
  readonly worth: bigint
  /** Undefined without debt. Rounds down. */
  readonly ratio: bigint | undefined
  /** By this price alone; exactly at the liquidation price it is safe, and in danger. */
  readonly band: Band
  /** Exactly at its liquidation price. */
  readonly isAtLimit: boolean
}

/**
 * A vault at the current price, at the next one, if one is queued, and after each fall (basis points) of the current. With
 * a pending liquidation ratio for `ratio` it shows what that will change. rules.md C3, C10
 */
export function ladderOf(
  position: { readonly debt: bigint; readonly collateral: bigint },
  ratio: bigint,
  prices: { readonly current: bigint; readonly next: bigint },
  fallsBps: readonly bigint[],
): readonly Rung[] {
  const { current, next } = prices
  const rung = (at: Rung['at'], price: bigint): Rung => ({
    at,
    price,
    worth: mulDivDown(position.collateral, price, WAD),
    ratio: positionRatioDown(position, price),
    band: bandOf(position, ratio, price, at === 'current' ? next : 0n),
    isAtLimit: position.debt > 0n && price === crossingPriceUp(position, ratio),
  })
  const queued = next === 0n ? [] : [rung('next', next)]
  return [
    rung('current', current),
    ...queued,
    ...fallsBps.map((fall) => rung(fall, fallenDown(current, fall))),
  ]
}

/** What interest makes of a vault's liquidation if nothing is paid. */
export type Outlook = {
  readonly debt: bigint
  /** LR on principal, WAD; undefined without principal. Rounds up. */
  readonly effectiveRatio: bigint | undefined
  /** 0 without debt. Rounds up. */
  readonly liquidationPrice: bigint
  /** Whether the current price covers it. */
  readonly isSafe: boolean
}

/**
 * Effective LR at a time, with the fee, and the late fees of every date that is missed until then. rules.md C14
 */
export function outlookAt(
  now: VaultNow,
  calendar: Calendar,
  time: bigint,
  ratio: bigint,
  current: bigint,
): Outlook {
  const { vault, rate } = vaultAt(now, calendar, time)
  const debt = debtOf(vault, rate.rate)
  const { principal, collateral } = vault
  return {
    debt,
    effectiveRatio: principal === 0n ? undefined : effectiveRatioUp(ratio, debt, principal),
    liquidationPrice: crossingPriceUp({ debt, collateral }, ratio),
    isSafe: isSafe(debt, collateral, current, ratio),
  }
}

/** The outlook in a year of 365 days. rules.md C14 */
export function outlookInAYear(now: VaultNow, calendar: Calendar, ratio: bigint, current: bigint): Outlook {
  return outlookAt(now, calendar, now.rate.at + YEAR_SECONDS, ratio, current)
}
