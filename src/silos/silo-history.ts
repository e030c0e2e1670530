import { valueDown } from '../math/silos'
import type { Books } from '../math/silos-state'

/** What the reserve tells after each action. Amounts have 6 decimals; a price (WAD) of 0 is none. */
export type BooksLog = {
  readonly blockNumber: bigint
  readonly blockTimestamp?: bigint | undefined
  readonly args: {
    readonly books: Pick<Books, 'f1' | 'x2' | 'f3' | 'x4'>
    readonly supply: bigint
    readonly price: bigint
  }
}

/** In hundredths of a percent of the supply: what each silo is worth, and all together. */
export type SiloMoment = {
  readonly at: bigint
  readonly fills: readonly [bigint, bigint, bigint, bigint]
  readonly ratio: bigint
}

export type SiloHistoryTold = { readonly isTimed: boolean; readonly moments: readonly SiloMoment[] }

const HUNDREDTHS = 10_000n

/**
 * How full each silo was after each block that changed the books, oldest first. An action that asks for no price tells
 * none: the last one that was told counts on, and before the first one nothing is drawn. rules.md S2
 */
export function siloHistory(logs: readonly BooksLog[]): SiloHistoryTold {
  const isTimed = logs.every(({ blockTimestamp }) => blockTimestamp !== undefined)
  const moments: SiloMoment[] = []
  let price = 0n
  for (const [index, { args, blockNumber, blockTimestamp }] of logs.entries()) {
    if (args.price > 0n) price = args.price
    // Only what a block leaves behind is a moment.
    if (logs[index + 1]?.blockNumber === blockNumber || price === 0n) continue
    const moment = momentOf(args.books, args.supply, price)
    if (moment) moments.push({ at: (isTimed ? blockTimestamp : undefined) ?? blockNumber, ...moment })
  }
  return { isTimed, moments }
}

/** How full the silos are at a price (WAD); undefined without a supply. Rounds down. */
export function momentOf(
  { f1, x2, f3, x4 }: BooksLog['args']['books'],
  supply: bigint,
  price: bigint,
): Omit<SiloMoment, 'at'> | undefined {
  if (supply === 0n) return undefined
  const worths = [f1, valueDown(x2, price), f3, valueDown(x4, price)] as const
  const [one, two, three, four] = worths.map((worth) => (worth * HUNDREDTHS) / supply)
  const fills = [one ?? 0n, two ?? 0n, three ?? 0n, four ?? 0n] as const
  return { fills, ratio: (worths.reduce((sum, worth) => sum + worth, 0n) * HUNDREDTHS) / supply }
}
