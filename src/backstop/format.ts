import { amountText, displayAmount, exactText } from '../math/amount'
import { usdt, USDT_DECIMALS } from '../math/tether'
import type { PayoutSymbol } from './enums'
import { t } from '../words/t'

/** Units of the assets of a series (rules.md section 0). */
export const BTC_DECIMALS = 8
export const MSTR_DECIMALS = 18

const decimalsOf: Readonly<Record<PayoutSymbol, number>> = {
  BTC: BTC_DECIMALS,
  USDT: USDT_DECIMALS,
  MSTR: MSTR_DECIMALS,
}

export function payoutDecimals(symbol: PayoutSymbol): number {
  return decimalsOf[symbol]
}

export function btc(value: bigint): string {
  return exactText(value, { symbol: 'BTC', decimals: BTC_DECIMALS })
}

export function mstr(value: bigint): string {
  return amountText(value, { symbol: 'MSTR', decimals: MSTR_DECIMALS }, { maxFractionDigits: 6 })
}

export function payout(value: bigint, symbol: PayoutSymbol): string {
  return { BTC: btc, USDT: usdt, MSTR: mstr }[symbol](value)
}

/** One share for each USDT that arrives. rules.md B2 */
export function poolShares(amount: bigint): string {
  return t`${displayAmount(amount, USDT_DECIMALS, { maxFractionDigits: USDT_DECIMALS })} pool shares`
}
