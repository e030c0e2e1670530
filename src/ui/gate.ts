/** One condition of an action, with its live numbers ("Balance 12.00 USDT of 100.00 USDT needed"). */
export type Gate = { readonly label: string; readonly isMet: boolean; readonly detail: string }

/** The reason to show first: gates are ordered by what a person should fix first. */
export function firstUnmet(gates: readonly Gate[]): Gate | undefined {
  return gates.find((gate) => !gate.isMet)
}
