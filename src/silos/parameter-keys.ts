import { getAddress, numberToHex } from 'viem'

import { displayBps, exactText, type Unit } from '../math/amount'
import { displayDuration } from '../math/time'
import { usdtzUnit } from './snapshot'
import { t } from '../words/t'

/** What a vote may change, in the contract's order. rules.md S19 */
export const parameterNames = [
  t`Supply from which both keys are needed`,
  t`How old the feed’s price may be`,
  t`How old the exchange’s average may be`,
  t`How old the price of USDC may be`,
  t`How far apart the two prices may be`,
  t`Worst fill of a conversion`,
  t`Spread of redemptions for XTZ`,
  t`Move that the feed may not report yet`,
  t`How far USDC may fall below $1`,
  t`Length of a cycle`,
  t`How long a closing can be repeated`,
  t`Length of a vote`,
  t`Public delay of changes`,
  t`Feed of XTZ`,
  t`Average of the exchange`,
  t`Feed of USDC`,
  t`Exchange adapter`,
  t`Address of the ecosystem`,
  t`Pauser`,
] as const

/** Who gets the ecosystem's part. */
export const ECOSYSTEM = 17

const bps = new Set([4, 5, 6, 7, 8])
/** From here on a value is an address. */
export const FIRST_ADDRESS = 13

/** A value of a parameter in its own unit: an amount, a time, a percentage, an address. */
export function parameterText(key: number, value: bigint): string {
  if (key === 0) return exactText(value, usdtzUnit)
  if (key >= FIRST_ADDRESS)
    return value < 2n ** 160n ? getAddress(numberToHex(value, { size: 20 })) : `${value}`
  return bps.has(key) ? displayBps(value) : displayDuration(value)
}

/** Its name; a number this app does not know is said to be one. */
export function parameterName(key: number): string {
  return parameterNames[key] ?? t`Parameter ${key}`
}

/** What a value is typed in: USDtz, percent or seconds. */
export function unitOf(key: number): Unit {
  if (key === 0) return usdtzUnit
  return bps.has(key) ? { symbol: '%', decimals: 2 } : { symbol: 's', decimals: 0 }
}
