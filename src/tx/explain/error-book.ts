import type { Abi } from 'viem'

import type { ErrorSentences, Words } from './error-words'

/** How a system explains what its contracts answer. Two systems may use one name with different words. */
export type ErrorBook = {
  /** Of every contract of the system: their errors are decoded with these. */
  readonly abis: readonly Abi[]
  /** One for each custom error, but for those that `sharedErrors` explains. A test walks the ABIs. trust.md F23 */
  readonly sentences: ErrorSentences
  /** For contracts that say why in a text: what is said instead of it. */
  readonly texts?: Readonly<Record<string, Words>>
}

type LoadBook = (system: string) => Promise<ErrorBook | undefined>

const LIMIT_MS = 5_000
let load: LoadBook = () => Promise.resolve(undefined)
const books = new Map<string, ErrorBook>()

/** Says where a system's book comes from: this room knows no system. Called once, before the first plan. */
export function loadBooksBy(loader: LoadBook): void {
  load = loader
}

/**
 * The book of a plan's system, fetched when something has to be explained for the first time. Undefined when there is
 * none or it can't be fetched now: then only what is shared is explained, and the rest said to be unknown. Never throws.
 */
export async function bookOf(system: string | undefined): Promise<ErrorBook | undefined> {
  if (system === undefined) return undefined
  const known = books.get(system)
  if (known) return known
  const limit = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LIMIT_MS))
  const book = await Promise.race([load(system).catch(() => undefined), limit])
  if (book) books.set(system, book)
  return book
}
