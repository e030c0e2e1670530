import type { Address } from 'viem'

import { mulDivDown } from '../math/uint256'
import { WAD } from '../math/units'

/** What one whole token is taken for. */
export type UsdPrice = {
  /** "MSTR" */
  readonly of: string
  /** USD per whole token, 18 decimals. */
  readonly usdWad: bigint
  /** Where it is from and of when (unix seconds); absent where it is 1 USD because we say so. */
  readonly from?: { readonly source: string; readonly at: bigint }
}

/** A part of what the account has. */
export type WorthPart = {
  readonly key: string
  /** "12,500 USDT, locked in 3 series" */
  readonly what: string
  /** USD, 18 decimals, rounded down; undefined while it is not known: then no total is whole. */
  readonly usdWad: bigint | undefined
  readonly prices: readonly UsdPrice[]
  /** Of what lies in the account itself: two systems that read the same token tell of it twice, and it counts once. */
  readonly token?: Address
}

/** What the account has in a system, as far as it has a price. */
export type Worth = {
  readonly parts: readonly WorthPart[]
  /** What it has besides, and why that is not counted, each as a part of a sentence. */
  readonly notCounted: readonly string[]
}

/** A dollar token, taken for 1 USD. */
export const par = (of: string): UsdPrice => ({ of, usdWad: WAD })

/** What base units of a token with `decimals` are worth at a price, USD with 18 decimals. Rounds down. */
export function worthDown(amount: bigint, decimals: number, { usdWad }: UsdPrice): bigint {
  return mulDivDown(amount, usdWad, 10n ** BigInt(decimals))
}
