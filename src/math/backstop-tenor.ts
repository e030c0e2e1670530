/**
 * What a Note or a Warrant does to a series before it is done: `SeriesTenor.sol` and the sale. All amounts are USDT
 * (6 decimals) and uint256; anything else throws a RangeError whose message is a sentence.
 */
import { add, saturatingSubtract, subtract } from './uint256'

/** The two that decide how much backstop is required. rules.md B6 */
export type Backing = {
  /** Principal of all Notes that are not repaid. */
  readonly outstandingUsdt: bigint
  /** USDT kept for Notes only. */
  readonly ledgerUsdt: bigint
}

/** A Warrant exercised: what arrives after Tether's fee goes into the ledger. Exact. Throws above uint256. rules.md B6 */
export function backingAfterExercise(
  outstandingUsdt: bigint,
  ledgerUsdt: bigint,
  receivedUsdt: bigint,
): Backing {
  return { outstandingUsdt, ledgerUsdt: add(ledgerUsdt, receivedUsdt) }
}

/** Principal converted to MSTR: nothing is owed for it any more. Exact. Throws for more than is outstanding. rules.md B6 */
export function backingAfterConversion(
  outstandingUsdt: bigint,
  ledgerUsdt: bigint,
  principalUsdt: bigint,
): Backing {
  return { outstandingUsdt: subtract(outstandingUsdt, principalUsdt), ledgerUsdt }
}

/**
 * Principal redeemed early, paid by the ledger or, when not, the treasury. Exact. Throws for more than is outstanding, or
 * than the ledger that pays it holds. rules.md B6
 */
export function backingAfterEarlyRedemption(
  outstandingUsdt: bigint,
  ledgerUsdt: bigint,
  principalUsdt: bigint,
  isByLedger: boolean,
): Backing {
  return {
    outstandingUsdt: subtract(outstandingUsdt, principalUsdt),
    ledgerUsdt: isByLedger ? subtract(ledgerUsdt, principalUsdt) : ledgerUsdt,
  }
}

/** USDT of Notes that can still be sold; 0 when nothing can. Exact. rules.md B3, B4 */
export function leftForSale(saleLimitUsdt: bigint, soldUsdt: bigint): bigint {
  return saturatingSubtract(saleLimitUsdt, soldUsdt)
}
