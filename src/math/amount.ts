import { inLatinDigits } from './digits'
import { BPS, MAX_UINT256 } from './units'
import { plural, t } from '../words/t'

export type ParsedAmount =
  { readonly isOk: true; readonly value: bigint } | { readonly isOk: false; readonly problem: string }

/** Toward minus infinity or plus infinity: what a person may receive rounds down, what they must pay rounds up. */
export type DisplayOptions = { readonly maxFractionDigits?: number; readonly round?: 'down' | 'up' }

const refuse = (problem: string): ParsedAmount => ({ isOk: false, problem })

/**
 * Reads what a person typed as base units of a token with `decimals` decimals. Never rounds: text that is not exactly
 * an amount of this token is refused with a sentence to show. One "." or "," is the decimal sign; a comma that could
 * also group thousands ("1,000") is refused, because guessing would be wrong by a factor of 1000. Arabic, Persian
 * and full-width digits and signs count as ours. trust.md D20
 */
export function parseAmount(text: string, decimals: number): ParsedAmount {
  if (text.length > 1000) return refuse(t`This is more than any contract can hold.`)
  const typed = inLatinDigits(text.trim())
  if (typed === '') return refuse(t`Enter an amount.`)
  if (/^[-\u2212]/.test(typed)) return refuse(t`An amount cannot be negative.`)
  if (/^[\d.,]+e[+-]?\d*$/i.test(typed))
    return refuse(t`Write the number out: scientific notation like 1e6 is not accepted.`)
  if (/\s/.test(typed)) return refuse(t`Write the amount without spaces, like 1000.5.`)
  if (/(?!\d)\p{Nd}/u.test(typed)) return refuse(t`Use the digits 0 to 9.`)
  if (!/^[\d.,٬]+$/.test(typed)) return refuse(t`Use only digits and one decimal point, like 1000.5.`)

  const [whole = '', fraction = '', ...rest] = typed.split(/[.,]/)
  if (rest.length > 0 || typed.includes('٬'))
    return refuse(t`Write the amount without thousands separators, like 1000.5.`)
  if (whole === '' && fraction === '') return refuse(t`Enter a number, like 0.5.`)
  const digits = whole.replace(/^0+/, '')
  if (typed.includes(',') && fraction.length === 3 && digits.length >= 1 && digits.length <= 3)
    return refuse(
      t`"${typed}" can mean ${digits}${fraction} or ${digits}.${fraction}: write it without a comma, or with a point.`,
    )

  const significant = fraction.replace(/0+$/, '')
  if (significant.length > decimals) return refuse(tooManyDecimals(decimals))
  const units = digits + significant.padEnd(decimals, '0')
  if (BigInt(units) > MAX_UINT256) return refuse(t`This is more than any contract can hold.`)
  return { isOk: true, value: BigInt(units) }
}

function tooManyDecimals(decimals: number): string {
  if (decimals === 0) return t`This amount is counted in whole units: no decimals.`
  return plural(decimals, 'At most {n} decimal.', 'At most {n} decimals.')
}

/**
 * Base units as plain text in full precision: no grouping, "." as decimal point, no trailing zeros. Exact:
 * `parseAmount(formatAmount(x, d), d)` is x for every uint256. trust.md D20
 */
export function formatAmount(value: bigint, decimals: number): string {
  const { sign, whole, fraction } = split(value, decimals)
  return `${sign === '' ? '' : '-'}${whole}${fraction}`
}

/**
 * Base units for reading: grouped thousands, at most `maxFractionDigits` (2) decimals, rounded down unless told
 * otherwise. A positive amount that would round to nothing is "<0.01": only zero is shown as 0.
 */
export function displayAmount(value: bigint, decimals: number, options: DisplayOptions = {}): string {
  const digits = Math.min(options.maxFractionDigits ?? 2, decimals)
  return displayQuotient(value, 10n ** BigInt(decimals), digits, options.round, '')
}

/** What an amount is counted in: the token's symbol, and how many decimals its base units have. */
export type Unit = { readonly symbol: string; readonly decimals: number }

/** "1,234.56 USDT": base units for reading with their symbol, rounded as `displayAmount` does. */
export function amountText(value: bigint, { symbol, decimals }: Unit, options?: DisplayOptions): string {
  return `${displayAmount(value, decimals, options)} ${symbol}`
}

/** Every base unit with its symbol, never rounded: where the last one decides. */
export function exactText(value: bigint, unit: Unit): string {
  return amountText(value, unit, { maxFractionDigits: unit.decimals })
}

/**
 * `numerator / denominator` (same unit) in percent, "12.34%"; rounds like `displayAmount`. A ratio to nothing is not
 * a number, and is shown as "—". The denominator is positive or 0.
 */
export function displayRatio(numerator: bigint, denominator: bigint, options: DisplayOptions = {}): string {
  if (denominator === 0n) return '—'
  return displayQuotient(numerator * 100n, denominator, options.maxFractionDigits ?? 2, options.round, '%')
}

/** Basis points (10000 = 100%) in percent, exactly: 1 bps is "0.01%". */
export function displayBps(bps: bigint): string {
  return displayRatio(bps, BPS)
}

function displayQuotient(
  numerator: bigint,
  denominator: bigint,
  digits: number,
  round: 'down' | 'up' = 'down',
  unit: string,
): string {
  const scaled = numerator * 10n ** BigInt(digits)
  const rounded = round === 'down' ? floorDiv(scaled, denominator) : -floorDiv(-scaled, denominator)
  const isDust = rounded === 0n && numerator !== 0n
  const shown = isDust ? (numerator > 0n ? 1n : -1n) : rounded
  const { sign, whole, fraction } = split(shown, digits)
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${isDust ? (numerator > 0n ? '<' : '>') : ''}${sign}${grouped}${fraction}${unit}`
}

function split(value: bigint, decimals: number) {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const point = digits.length - decimals
  const fraction = digits.slice(point).replace(/0+$/, '')
  return {
    sign: value < 0n ? '−' : '',
    whole: digits.slice(0, point),
    fraction: fraction === '' ? '' : `.${fraction}`,
  }
}

function floorDiv(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  return numerator % denominator < 0n ? quotient - 1n : quotient
}
