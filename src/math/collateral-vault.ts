/**
 * What an action makes of a vault, as VaultEntries.sol and VaultExits.sol have it, and the most of each. The vault is one
 * whose dates are looked at (`vaultAt`). Units as in collateral.ts. Everything throws a RangeError as its functions do.
 */
import { clearedArtDown, debtUp, drawnArtUp, maxWithdrawDown, paymentOf, RAY } from './collateral'
import {
  debtOf,
  interestOf,
  rolled,
  vaultAt,
  type Calendar,
  type Vault,
  type VaultNow,
} from './collateral-due'
import { add, min, mulDivDown, mulDivUp, saturatingSubtract, subtract } from './uint256'
import { DAY_SECONDS } from './units'

/** Fee that the Max of a form leaves room for. rules.md C6 */
export const FEE_ROOM_SECONDS = 30n * DAY_SECONDS

/** The vault after a draw. Its normalised debt rounds up. rules.md C4 */
export function afterDraw(vault: Vault, rate: bigint, tusdt: bigint): Vault {
  const art = add(vault.art, drawnArtUp(tusdt, rate))
  return { ...vault, art, principal: add(vault.principal, tusdt) }
}

/** What a payment clears, in this order, and the vault after it. TUSDT. */
export type Repayment = {
  readonly late: bigint
  readonly interest: bigint
  readonly principal: bigint
  readonly paid: bigint
  readonly vault: Vault
}

/**
 * A payment of at most `atMost`: it never takes more than the debt, and not so much that dust would newly be left. Clears
 * late fees, then interest, then principal; its normalised debt rounds down. rules.md C4
 */
export function afterRepayment(vault: Vault, rate: bigint, atMost: bigint, dust: bigint): Repayment {
  const paid = paymentOf(atMost, debtOf(vault, rate), dust)
  const late = min(paid, vault.late)
  const rest = paid - late
  const interest = min(rest, interestOf(vault, rate))
  const principal = rest - interest
  const after = {
    ...vault,
    late: vault.late - late,
    art: vault.art - min(vault.art, clearedArtDown(rest, rate)),
    principal: vault.principal - principal,
    due: saturatingSubtract(vault.due, interest),
  }
  return { late, interest, principal, paid, vault: after }
}

/**
 * The most that can be drawn at any moment until the rate is `rateThen`, so that the debt is covered by `ratio` at `price`
 * until then. `late` are the late fees of that moment. Rounds down, by a few units more than needed. rules.md C4
 */
export function maxDrawUntilDown(
  art: bigint,
  rate: bigint,
  rateThen: bigint,
  late: bigint,
  collateral: bigint,
  price: bigint,
  ratio: bigint,
): bigint {
  const mostDebt = mulDivDown(collateral, price, ratio)
  const mostArt = mulDivDown(saturatingSubtract(mostDebt, late), RAY, rateThen)
  return mulDivDown(saturatingSubtract(mostArt, add(art, 1n)), rate, RAY)
}

/** Ratios (WAD) of a type. rules.md C3 */
export type Ratios = { readonly mintRatio: bigint; readonly liquidationRatio: bigint }

/**
 * What Max of a form draws: what the mint ratio allows at any moment until `includedBy`, and as much as the liquidation
 * ratio covers with 30 days of fee. Where both ratios are one, a full draw would be liquidated in the next second. Rounds
 * down. rules.md C4, C6
 */
export function maxDrawWithFeeRoomDown(
  now: VaultNow,
  calendar: Calendar,
  low: bigint,
  { mintRatio, liquidationRatio }: Ratios,
  includedBy: bigint,
): bigint {
  const { art, collateral } = now.vault
  const { vault, rate } = vaultAt(now, calendar, includedBy)
  const later = rolled(now.rate, calendar, includedBy + FEE_ROOM_SECONDS).rate
  const most = (rateThen: bigint, ratio: bigint) =>
    maxDrawUntilDown(art, now.rate.rate, rateThen, vault.late, collateral, low, ratio)
  return min(most(rate.rate, mintRatio), most(later.rate, liquidationRatio))
}

/** The most that can be withdrawn at any moment until `includedBy`. Rounds down. rules.md C4 */
export function maxWithdrawUntilDown(
  now: VaultNow,
  calendar: Calendar,
  low: bigint,
  mintRatio: bigint,
  includedBy: bigint,
): bigint {
  return maxWithdrawDown(debtAt(now, calendar, includedBy), now.vault.collateral, low, mintRatio)
}

/**
 * The least collateral that a vault must keep: for the mint ratio at any moment until `includedBy`, and for the liquidation
 * ratio with 30 days of fee after it; 0 where nothing is owed. Rounds up. rules.md C4, C6
 */
export function collateralToKeepUp(
  now: VaultNow,
  calendar: Calendar,
  low: bigint,
  { mintRatio, liquidationRatio }: Ratios,
  includedBy: bigint,
): bigint {
  const needed = (debt: bigint, ratio: bigint) => (debt === 0n ? 0n : mulDivUp(debt, ratio, low))
  const { vault } = vaultAt(now, calendar, includedBy)
  const { rate } = rolled(now.rate, calendar, includedBy + FEE_ROOM_SECONDS)
  const byMint = needed(debtAt(now, calendar, includedBy), mintRatio)
  const byLiquidation = needed(debtOf(vault, rate.rate), liquidationRatio)
  return byMint > byLiquidation ? byMint : byLiquidation
}

/** Debt at a later time if nothing is paid, with the late fees that come until then. Rounds up. rules.md C4, C13 */
export function debtAt(now: VaultNow, calendar: Calendar, time: bigint): bigint {
  const { vault, rate } = vaultAt(now, calendar, time)
  return debtOf(vault, rate.rate)
}

/**
 * The least payment after which a debt is covered by `ratio` at `price`; it closes the vault where less would leave dust.
 * 0 where it is covered. At an earlier, lower rate the same payment does it, too. Rounds up. rules.md C4, C5
 */
export function repaymentToReachUp(
  vault: Vault,
  rate: bigint,
  price: bigint,
  ratio: bigint,
  dust: bigint,
): bigint {
  const debt = debtOf(vault, rate)
  const most = mulDivDown(vault.collateral, price, ratio)
  if (debt <= most) return 0n
  const fromLate = subtract(debt, most)
  const art = mulDivDown(most, RAY, rate)
  const amount =
    fromLate <= vault.late ? fromLate : add(vault.late, debtUp(vault.art - min(vault.art, art), rate))
  return most < dust && paymentOf(amount, debt, dust) < amount ? debt : amount
}
