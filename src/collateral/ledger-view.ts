import type { Collateral } from './snapshot'
import { t } from '../words/t'

/** In the order of the book's `Movement`; what it does to principal owed, surplus and bad debt. rules.md C11 */
const movements = [
  { what: t`Drawn by borrowers`, owed: 1n, surplus: 0n, bad: 0n },
  { what: t`Principal paid back and burnt`, owed: -1n, surplus: 0n, bad: 0n },
  { what: t`Interest`, owed: 0n, surplus: 1n, bad: 0n },
  { what: t`Late fees`, owed: 0n, surplus: 1n, bad: 0n },
  { what: t`Penalties`, owed: 0n, surplus: 1n, bad: 0n },
  { what: t`Paid to whoever started an auction`, owed: 0n, surplus: -1n, bad: 0n },
  { what: t`Written off by auctions`, owed: -1n, surplus: 0n, bad: 1n },
  { what: t`Burnt for bad debt`, owed: 0n, surplus: -1n, bad: -1n },
  { what: t`Surplus sold for USDC`, owed: 0n, surplus: -1n, bad: 0n },
  { what: t`Sent by mistake`, owed: 0n, surplus: 1n, bad: 0n },
  { what: t`Of that, burnt`, owed: 0n, surplus: -1n, bad: 0n },
] as const

/** In the order of the backing's `BackingCause`. */
const causes = [
  t`Minted for TAO`,
  t`Redeemed for TAO`,
  t`Redeemed for USDC`,
  t`Added by the protocol`,
  t`Removed by the protocol`,
  t`Paid for surplus`,
  t`Sent by mistake`,
  t`Sold below the limit`,
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
    { what: t`Principal owed`, summed: sum('owed'), booked: books.principalOwed },
    { what: t`Surplus`, summed: sum('surplus'), booked: books.surplus },
    { what: t`Bad debt`, summed: sum('bad'), booked: books.badDebt },
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
