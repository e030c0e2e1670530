import type { Readings } from './read'

/**
 * Reads that need to know something from an earlier block, as plain data and pure functions: so that several can be
 * joined into one snapshot.
 */
export type KnownReads<Known, Tree> = {
  /** What is known before anything was read. */
  readonly initial: Known
  /** What to read, as far as it is known. */
  readonly reads: (known: Known) => Tree
  /** What an answer, asked with `known`, tells about what to ask for; undefined when it does not tell. */
  readonly learn: (data: Readings<Tree>, known: Known) => Known | undefined
  /** What of it the next page begins with: the same for every page that reads under this name. */
  readonly lasting: (known: Known) => Known
}

/** Where and when an answer is from. */
export type At = {
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly isStale: boolean
  /** How old it was when this page opened, where it is of the last visit and nothing newer is known yet. */
  readonly ageSeconds?: bigint | undefined
}

/** What a system shows of an answer. */
export type Shown<View> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string }
  | { readonly status: 'ready'; readonly view: View }

/** Known reads, and what they show: everything a page or an overview needs of a system, without a hook. */
export type Live<Known, Tree, View> = KnownReads<Known, Tree> & {
  /** @param known what `data` was asked with */
  readonly view: (data: Readings<Tree>, known: Known, at: At) => Shown<View>
}

/** What is being asked with, since which block, and what has been asked with at that block before. */
export type Asked<Known> = {
  readonly known: Known
  readonly blockNumber: bigint
  readonly before: readonly Known[]
}

/**
 * What to ask with after an answer of `blockNumber` has told `seen`; undefined to go on as before. An older block
 * teaches nothing, and nothing is asked twice at one block: two answers that contradict each other, one still in the
 * cache, would otherwise take turns for ever.
 */
export function nextAsked<Known>(
  asked: Asked<Known>,
  seen: Known | undefined,
  blockNumber: bigint,
): Asked<Known> | undefined {
  if (seen === undefined || blockNumber < asked.blockNumber || isSameData(seen, asked.known)) return undefined
  const before = blockNumber === asked.blockNumber ? [...asked.before, asked.known] : [asked.known]
  if (before.some((known) => isSameData(known, seen))) return undefined
  return { known: seen, blockNumber, before }
}

/** Whether two values of plain data (objects, arrays, bigints, texts) say the same. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    left.length === right.length &&
    left.every(([key, value]) => key in b && isSameData(value, (b as Record<string, unknown>)[key]))
  )
}
