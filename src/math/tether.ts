import { amountText, exactText } from './amount'
import { BPS } from './units'

/** Units of Tether USDT (rules.md section 0). */
export const USDT_DECIMALS = 6
export const tetherUnit = { symbol: 'USDT', decimals: USDT_DECIMALS } as const

/** Tether's transfer fee as it stands now (rules.md U4). Both zero while it is switched off. */
export type TransferFee = { readonly feeBps: bigint; readonly maximumFeeUsdt: bigint }

export const noFee: TransferFee = { feeBps: 0n, maximumFeeUsdt: 0n }

/** USDT units Tether keeps from one transfer. Rounds down, as the token does. rules.md U4 */
export function transferFeeDown(amountUsdt: bigint, fee: TransferFee): bigint {
  const proportional = (amountUsdt * fee.feeBps) / BPS
  return proportional < fee.maximumFeeUsdt ? proportional : fee.maximumFeeUsdt
}

/** USDT units that arrive when `amountUsdt` are sent. rules.md U4 */
export function afterFee(amountUsdt: bigint, fee: TransferFee): bigint {
  return amountUsdt - transferFeeDown(amountUsdt, fee)
}

/** "1,234.56 USDT", rounded down. */
export function usdt(value: bigint): string {
  return amountText(value, tetherUnit)
}

/** Every unit: where the last one decides. */
export function exactUsdt(value: bigint): string {
  return exactText(value, tetherUnit)
}
