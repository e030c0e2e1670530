/** Where a number comes from: what a person needs to read it from the chain without us. */
export type Source = {
  readonly contract: string
  readonly label: string
  /** The contract's interface, as viem has it: what the call and its answer are written in. */
  readonly abi: readonly unknown[]
  readonly functionName: string
  readonly args: readonly unknown[]
  readonly blockNumber: bigint
  /** The raw answer of the node. */
  readonly raw: string
  /** The rule of docs/ that the figure follows. */
  readonly rule?: string
  /** What else the figure was made from, where one answer does not make it. */
  readonly others?: readonly Source[]
}

/** How a figure is made of the answers it names: in words, and the rule of docs/ that says so. */
export type Formula = { readonly rule: string; readonly text: string }

/** A value read from the chain, or the reason why it is not known. Zero means zero; unknown is never zero. */
export type Reading<T> =
  | { readonly isKnown: true; readonly value: T; readonly source: Source }
  | { readonly isKnown: false; readonly reason: string; readonly source: Source }

/** Applies `change` to a known value and keeps its source. */
export function mapReading<T, U>(reading: Reading<T>, change: (value: T) => U): Reading<U> {
  return reading.isKnown ? { ...reading, value: change(reading.value) } : reading
}

/** The value, or undefined when it is not known. */
export function knownValue<T>(reading: Reading<T> | undefined): T | undefined {
  return reading?.isKnown ? reading.value : undefined
}

/** Both values put together, with the sources of both; the reason of the first that is not known. */
export function joinReadings<A, B, C>(a: Reading<A>, b: Reading<B>, join: (a: A, b: B) => C): Reading<C> {
  if (!a.isKnown) return a
  if (!b.isKnown) return b
  const others = [...(a.source.others ?? []), b.source]
  return { ...a, value: join(a.value, b.value), source: { ...a.source, others } }
}
