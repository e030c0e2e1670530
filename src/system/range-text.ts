import { t } from '../words/t'

/** "90% to 100%", or "90%" where all are alike; undefined of none. `text` writes one of them. */
export function rangeText(values: readonly bigint[], text: (value: bigint) => string): string | undefined {
  const [first, ...rest] = values
  if (first === undefined) return undefined
  const least = text(rest.reduce((a, b) => (b < a ? b : a), first))
  const most = text(rest.reduce((a, b) => (b > a ? b : a), first))
  return least === most ? least : t`${least} to ${most}`
}
