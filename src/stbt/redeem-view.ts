import { executionPriceDown, redemptionDown, type Redemption, type Scale } from '../math/stbt-requests'
import { mulDivDown } from '../math/uint256'
import { WAD } from '../math/units'
import type { Policy } from './policy'
import type { Request } from './requests'
import { t } from '../words/t'

/**
 * What a person assumes of a settlement that is days away; undefined where a field is empty or has no number. Prices and
 * rates are 1e18 = 1. rules.md T9
 */
export type Assumption = {
  /** Undefined without an early sale. */
  readonly sale:
    { readonly settlementPrice: bigint | undefined; readonly previousPrice: bigint | undefined } | undefined
  readonly conversionRate: bigint | undefined
}

/** The quote line by line, before other fees; undefined where the assumption makes none. rules.md T9 */
export function quote(
  amount: bigint,
  { sale, conversionRate }: Assumption,
  feeRate: bigint,
  scale: Scale,
): (Redemption & { readonly executionPrice: bigint; readonly conversionRate: bigint }) | undefined {
  const { settlementPrice, previousPrice } = sale ?? { settlementPrice: WAD, previousPrice: WAD }
  if (settlementPrice === undefined || previousPrice === undefined || conversionRate === undefined)
    return undefined
  try {
    const executionPrice = executionPriceDown(settlementPrice, previousPrice)
    const parts = redemptionDown(amount, executionPrice, feeRate, conversionRate, scale)
    return { executionPrice, conversionRate, ...parts }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** What was due at a settlement by its own notes, and what was paid (units of the coin). rules.md T8 */
export type Due = {
  readonly due: bigint
  readonly paid: bigint
  /** What is missing, and no note explains; below 0 where more was paid. */
  readonly otherFees: bigint
  /** What the remainder is made of, to begin a sentence with it after a colon. */
  readonly name: string
}

/**
 * Recomputed from the queued call (18 decimals): the event's coin units would invent a fee. The execution price contains
 * the conversion, unless config.json says that it does not: then it is in the remainder. It also says of how many decimals
 * the notes are. Undefined before the settlement, and where a part is not known. rules.md T8
 */
export function dueOf(
  { stbt, settlement }: Pick<Request, 'stbt' | 'settlement'>,
  scale: Scale | undefined,
  { isConversionInPrice, noteDecimals }: Pick<Policy, 'isConversionInPrice' | 'noteDecimals'>,
): Due | undefined {
  if (!settlement || stbt === undefined || !scale) return undefined
  try {
    const { executionPrice, feeRate, amount } = settlement
    const asWad = (note: bigint) => mulDivDown(note, WAD, 10n ** noteDecimals)
    const due = redemptionDown(stbt, asWad(executionPrice), asWad(feeRate), 0n, scale).paid
    const name = isConversionInPrice ? t`other fees` : t`the conversion and other fees`
    return { due, paid: amount, otherFees: due - amount, name }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
