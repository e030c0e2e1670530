import type { Collateral } from './snapshot'

/** In the order of the book's `Movement`; what it does to principal owed, surplus and bad debt. rules.md C11 */
const movements = [
  { what: 'Drawn by borrowers', owed: 1n, surplus: 0n, bad: 0n },
  { what: 'Principal paid back and burnt', owed: -1n, surplus: 0n, bad: 0n },
  { what: 'Interest', owed: 0n, surplus: 1n, bad: 0n },
  { what: 'Late fees', owed: 0n, surplus: 1n, bad: 0n },
  { what: 'Penalties', owed: 0n, surplus: 1n, bad: 0n },
  { what: 'Paid to whoever started an auction', owed: 0n, surplus: -1n, bad: 0n },
  { what: 'Written off by auctions', owed: -1n, surplus: 0n, bad: 1n },
  { what: 'Burnt for bad debt', owed: 0n, surplus: -1n, bad: -1n },
  { what: 'Surplus sold for USDC', owed: 0n, surplus: -1n, bad: 0n },
  { what: 'Sent by mistake', owed: 0n, surplus: 1n, bad: 0n },
  { what: 'Of that, burnt', owed: 0n, surplus: -1n, bad: 0n },
] as const

/** In the order of the backing's `BackingCause`. */
const causes = [
  'Minted for TAO',
  'Redeemed for TAO',
  'Redeemed for USDC',
  'Added by the protocol',
  'Removed by the protocol',
  'Paid for surplus',
  'Sent by mistake',
  'Sold below the limit',
] as const

/** One kind of movement of the book: TUSDT (18 decimals), and its sign in each account. */
export type BookLine = (typeof movements)[number] & { readonly total: bigint }

type Told<R> = R extends { readonly isKnown: true; readonly value: infer V } ? V : never
type BookState = Told<Collateral['book']>

/** Every kind of movement with its total. */
export function bookLines(totals: BookState[3]): readonly BookLine[] {
  return movements.map((movement, kind) => ({ ...movement, total: totals[kind] ?? 0n }))
}

/** What the movements add up to, beside what the book says it holds. rules.md C11 */
export function bookSums([books, , , totals]: BookState) {
  const lines = bookLines(totals)
  const sum = (account: 'owed' | 'surplus' | 'bad') =>
    lines.reduce((all, line) => all + line[account] * line.total, 0n)
  const accounts = [
    { what: 'Principal owed', summed: sum('owed'), booked: books.principalOwed },
    { what: 'Surplus', summed: sum('surplus'), booked: books.surplus },
    { what: 'Bad debt', summed: sum('bad'), booked: books.badDebt },
  ]
  const isWhole = totals.length === movements.length
  return { accounts, addsUp: isWhole && accounts.every(({ summed, booked }) => summed === booked) }
}

/** One cause of the backing's movements: TAO and TUSDT 18 decimals, USDC 6; what came in is positive. */
export type BackingLine = {
  readonly what: string
  readonly tao: bigint
  readonly usd: bigint
  readonly tusdt: bigint
}

/** Every cause with its sums. */
export function backingLines(ledger: Told<Collateral['ledger']>): readonly BackingLine[] {
  return causes.map((what, cause) => {
    const { tao = 0n, usd = 0n, tusdt = 0n } = ledger[cause] ?? {}
    return { what, tao, usd, tusdt }
  })
}
