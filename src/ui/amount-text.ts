import { formatAmount, parseAmount } from '../math/amount'

/** What a typed text means: nothing yet, an amount, or a sentence about what is wrong with it. */
export function readAmountText(
  text: string,
  decimals: number,
): { readonly value: bigint | undefined; readonly problem: string | undefined } {
  if (text.trim() === '') return { value: undefined, problem: undefined }
  const parsed = parseAmount(text, decimals)
  return parsed.isOk
    ? { value: parsed.value, problem: undefined }
    : { value: undefined, problem: parsed.problem }
}

/**
 * The text to show for `value`: the person's own text for as long as it means that value ("1.50" is not
 * rewritten to "1.5", half-typed text is kept), else the value written in full.
 */
export function amountTextFor(value: bigint | undefined, typed: string, decimals: number): string {
  if (readAmountText(typed, decimals).value === value) return typed
  return value === undefined ? '' : formatAmount(value, decimals)
}
