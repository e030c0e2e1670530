import { amountText, displayAmount, displayRatio } from '../math/amount'
import { DAY_SECONDS, WAD } from '../math/units'
import { stbtUnit } from './snapshot'
import { locale } from '../words/chosen'
import { t } from '../words/t'

const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
const date = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The end of the year 9999: a date has four digits. */
const LAST_DAY = 2_932_896n

/** A New York date (days since 1970): "Wed 25 Nov 2026". */
export function dayText(day: bigint): string {
  return day > LAST_DAY ? t`day ${day}` : `${weekdayText(day)} ${dateText(day)}`
}

/** "Wed", up to the year 9999. */
export const weekdayText = (day: bigint): string => weekday.format(utcOf(day))

/** "25 Nov 2026", up to the year 9999. */
export const dateText = (day: bigint): string => date.format(utcOf(day))

function utcOf(day: bigint): Date {
  // eslint-disable-next-line no-restricted-syntax -- a date, not an amount
  return new Date(Number(day * DAY_SECONDS) * 1_000)
}

/** "2026-11-25", as files and addresses have it. */
export function isoDay(day: bigint): string {
  return utcOf(day).toISOString().slice(0, 10)
}

/** The day of such a text; undefined for anything else. */
export function dayFrom(text: string): bigint | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(milliseconds) ? undefined : BigInt(milliseconds / 1_000) / DAY_SECONDS
}

/** STBT in columns, always with two decimals: "1,200.50"; rounded down, dust as "<0.01". */
export function columnText(amount: bigint): string {
  const text = displayAmount(amount, stbtUnit.decimals)
  if (amount === 0n) return '0.00'
  const [whole = '', fraction = ''] = text.split('.')
  return `${whole}.${fraction.padEnd(2, '0')}`
}

/** The same with its sign: "+13.16", "−0.40". */
export function signedText(amount: bigint): string {
  return amount > 0n ? `+${columnText(amount)}` : columnText(amount)
}

/** A transfer can land a unit or two short of what was asked (rules.md T2): "250 STBT" is not called 249.99 for that. */
export function movedText(amount: bigint): string {
  return amountText(amount + 2n, stbtUnit)
}

/** Rates: 1e18 = 100%. */
export function rateText(rate: bigint, digits = 2): string {
  return displayRatio(rate, WAD, { maxFractionDigits: digits })
}
