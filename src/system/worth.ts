import { amountText, type Unit } from '../math/amount'
import { knownValue, type Reading } from '../math/reading'
import { mulDivDown } from '../math/uint256'
import { WAD } from '../math/units'
import { t } from '../words/t'

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
  /** "12,500 USDT" */
  readonly what: string
  /** "Locked in 3 series" */
  readonly where: string
  /** USD, 18 decimals, rounded down; undefined while it is not known: then no total is whole. */
  readonly usdWad: bigint | undefined
  readonly price: UsdPrice | undefined
  /** Of what lies in the account itself: two systems that read the same token tell of it twice, and it counts once. */
  readonly token?: string
}

/** What the account has in a system, as far as it has a price. */
export type Worth = {
  readonly parts: readonly WorthPart[]
  /** What it has besides and no price is taken for, each as a part of a sentence: "25 warrants". */
  readonly notCounted: readonly string[]
}

/** A dollar token, taken for 1 USD. */
export const par = (of: string): UsdPrice => ({ of, usdWad: WAD })

/** What base units of a token with `decimals` are worth at a price, USD with 18 decimals. Rounds down. */
export function worthDown(amount: bigint, decimals: number, { usdWad }: UsdPrice): bigint {
  return mulDivDown(amount, usdWad, 10n ** BigInt(decimals))
}

/** An amount of a token as a part; nothing is no part. Unknown stays unknown, of the amount and of the price. */
export function partOf(
  amount: bigint | undefined,
  { decimals, symbol }: Unit,
  price: UsdPrice | undefined,
  rest: Pick<WorthPart, 'key' | 'where' | 'token'>,
): readonly WorthPart[] {
  if (amount === 0n) return []
  const isKnown = amount !== undefined && price !== undefined
  return [
    {
      ...rest,
      price,
      what:
        amount === undefined ? t`${symbol}, how much is not known` : amountText(amount, { decimals, symbol }),
      usdWad: isKnown ? worthDown(amount, decimals, price) : undefined,
    },
  ]
}

/** What lies in the account itself; undefined where that is not read yet, or can't be asked for: unknown, not nothing. */
export function walletPart(
  balance: Reading<bigint> | undefined,
  unit: Unit,
  price: UsdPrice | undefined,
): readonly WorthPart[] {
  const token = balance?.source.contract.toLowerCase()
  return partOf(knownValue(balance), unit, price, {
    key: `wallet ${token ?? unit.symbol}`,
    where: t`In the account`,
    ...(token !== undefined && { token }),
  })
}
