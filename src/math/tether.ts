import { amountText, exactText } from './amount'
import type { DisplayOptions } from './amount'
import { add, min, mulDivDown, subtract, uint256 } from './uint256'
import { BPS } from './units'

/** Units of Tether USDT (rules.md section 0). */
export const USDT_DECIMALS = 6
export const tetherUnit = { symbol: 'USDT', decimals: USDT_DECIMALS } as const

/** Tether's transfer fee as it stands now (rules.md U4). Both zero while it is switched off. */
export type TransferFee = { readonly feeBps: bigint; readonly maximumFeeUsdt: bigint }

export const noFee: TransferFee = { feeBps: 0n, maximumFeeUsdt: 0n }

/**
 * USDT units (6 decimals) Tether keeps from one transfer. Rounds down, as the token does. Throws for what is no uint256;
 * the token reverts where `amountUsdt * feeBps` is none, an amount that nobody can have. rules.md U4
 */
export function transferFeeDown(amountUsdt: bigint, { feeBps, maximumFeeUsdt }: TransferFee): bigint {
  return min(mulDivDown(amountUsdt, feeBps, BPS), maximumFeeUsdt)
}

/**
 * USDT units (6 decimals) that arrive when `amountUsdt` are sent: exactly what the fee leaves. Throws like
 * `transferFeeDown`, and when the fee is more than the amount. rules.md U4
 */
export function afterFee(amountUsdt: bigint, fee: TransferFee): bigint {
  return subtract(amountUsdt, transferFeeDown(amountUsdt, fee))
}

/**
 * Most USDT units (6 decimals) to send while no more than `arrivingUsdt` arrive: the inverse of `afterFee`. Exact. A fee
 * is the lesser of a floored share and its maximum, so what arrives is the larger of what either leaves. Throws above
 * uint256. rules.md U4
 */
export function maxBeforeFee(arrivingUsdt: bigint, { feeBps, maximumFeeUsdt }: TransferFee): bigint {
  const byMaximum = add(arrivingUsdt, maximumFeeUsdt)
  return uint256(feeBps) >= BPS
    ? byMaximum
    : min(mulDivDown(arrivingUsdt, BPS, subtract(BPS, feeBps)), byMaximum)
}

/** "1,234.56 USDT", rounded down unless told otherwise. */
export function usdt(value: bigint, options?: DisplayOptions): string {
  return amountText(value, tetherUnit, options)
}

/** Every unit: where the last one decides. */
export function exactUsdt(value: bigint): string {
  return exactText(value, tetherUnit)
}
