/**
 * The protocol's ledger, out of events alone: every movement of backing, of TUSDT and of collateral, summed to what is booked.
 * Each event tells the books before and after it; where one does not go on from the one before, some are missing. Units as
 * in collateral.ts. Amounts are signed: what comes in is positive. rules.md C11
 */
import type { EngineBooks } from './collateral-engine-state'
import type { Holdings } from './collateral-room'

/** Why the backing has moved, as BackingTypes.sol numbers it. */
export const BACKING_CAUSES = [
  'minted', 'redeemedTao', 'redeemedUsd', 'added', 'removed', 'surplus', 'gift', 'sale',
] as const // prettier-ignore

/** What moves the books of TUSDT, as TusdtLedger.sol numbers it. */
export const MOVEMENTS = [
  'drawn', 'repaid', 'interest', 'lateFee', 'penalty', 'keeper', 'writtenOff', 'badDebtBurnt', 'surplusSold', 'tusdtGift',
  'giftBurnt',
] as const // prettier-ignore

export type BackingCause = (typeof BACKING_CAUSES)[number]
export type Movement = (typeof MOVEMENTS)[number]
type Contract = `0x${string}`

/** In the order of the chain. An engine is its type's vaults. */
export type LedgerEvent =
  | {
      readonly from: 'backing'
      readonly cause: BackingCause
      readonly before: Holdings
      readonly after: Holdings
    }
  | {
      readonly from: 'book'
      readonly movement: Movement
      readonly amount: bigint
      readonly before: EngineBooks
      readonly after: EngineBooks
    }
  | {
      readonly from: 'engine'
      readonly engine: Contract
      readonly isIn: boolean
      readonly amount: bigint
      readonly before: bigint
      readonly after: bigint
    }

/** All movements of a kind: of TAO and USDC (6 decimals) with the TUSDT that was issued or burnt for them. */
export type BackingLine = { readonly tao: bigint; readonly usd: bigint; readonly tusdt: bigint }

/** Collateral of a type that came in and went out, and what is booked. */
export type EngineLine = { readonly in: bigint; readonly out: bigint; readonly held: bigint }

export type Ledger = {
  readonly backing: Readonly<Record<BackingCause, BackingLine>>
  readonly book: Readonly<Record<Movement, bigint>>
  readonly engines: ReadonlyMap<Contract, EngineLine>
  /** What all of it sums to. */
  readonly booked: Booked
  /** Places of events that do not go on from what was booked before: something is missing, or was told twice. */
  readonly gaps: readonly number[]
}

/** What is booked at a block: of the backing, of TUSDT, and what TUSDT there is. */
export type Booked = {
  readonly tao: bigint
  readonly usd: bigint
  readonly books: EngineBooks
  /** Total supply of TUSDT. */
  readonly supply: bigint
  /** S: supply less principal owed; signed. rules.md C1 */
  readonly outstanding: bigint
}

/** The ledger of all events from the first block on. */
export function ledgerOf(events: readonly LedgerEvent[]): Ledger {
  const backing = record(BACKING_CAUSES, (): BackingLine => ({ tao: 0n, usd: 0n, tusdt: 0n }))
  const book = record(MOVEMENTS, () => 0n)
  const engines = new Map<Contract, EngineLine>()
  const gaps: number[] = []
  let [tao, usd, supply] = [0n, 0n, 0n]
  let books: EngineBooks = { principalOwed: 0n, surplus: 0n, badDebt: 0n }
  for (const [place, event] of events.entries()) {
    let goesOn: boolean
    switch (event.from) {
      case 'backing': {
        const { before, after, cause } = event
        goesOn =
          before.tao === tao && before.usd === usd && before.outstanding === supply - books.principalOwed
        const tusdt = after.outstanding - before.outstanding
        const line = backing[cause]
        backing[cause] = {
          tao: line.tao + after.tao - before.tao,
          usd: line.usd + after.usd - before.usd,
          tusdt: line.tusdt + tusdt,
        }
        ;[tao, usd, supply] = [tao + after.tao - before.tao, usd + after.usd - before.usd, supply + tusdt]
        break
      }
      case 'book': {
        const { before, after, movement, amount } = event
        const moved = afterMovement(books, movement, amount)
        goesOn = isSame(before, books) && isSame(after, moved)
        book[movement] += amount
        supply += issuedBy(movement) * amount
        books = moved
        break
      }
      case 'engine': {
        const { engine, isIn, amount, before, after } = event
        const line = engines.get(engine) ?? { in: 0n, out: 0n, held: 0n }
        const held = isIn ? line.held + amount : line.held - amount
        goesOn = before === line.held && after === held
        engines.set(
          engine,
          isIn ? { ...line, in: line.in + amount, held } : { ...line, out: line.out + amount, held },
        )
      }
    }
    if (!goesOn) gaps.push(place)
  }
  const booked = { tao, usd, books, supply, outstanding: supply - books.principalOwed }
  return { backing, book, engines, booked, gaps }
}

/** What a ledger tells otherwise than the chain: names of what differs; none where it sums to what is booked. */
export function differencesOf(
  { booked, engines }: Ledger,
  chain: Booked & { readonly held: ReadonlyMap<Contract, bigint> },
): readonly string[] {
  const differs = (['tao', 'usd', 'supply', 'outstanding'] as const).filter(
    (name) => booked[name] !== chain[name],
  )
  const ofBooks = isSame(booked.books, chain.books) ? [] : ['books']
  const known = new Set([...engines.keys(), ...chain.held.keys()])
  const ofEngines = [...known].filter(
    (engine) => (engines.get(engine)?.held ?? 0n) !== (chain.held.get(engine) ?? 0n),
  )
  return [...differs, ...ofBooks, ...ofEngines]
}

/** The books after a movement, as TusdtLedger.sol has it. */
function afterMovement(books: EngineBooks, movement: Movement, amount: bigint): EngineBooks {
  const { principalOwed, surplus, badDebt } = books
  switch (movement) {
    case 'drawn':
      return { ...books, principalOwed: principalOwed + amount }
    case 'repaid':
      return { ...books, principalOwed: principalOwed - amount }
    case 'writtenOff':
      return { ...books, principalOwed: principalOwed - amount, badDebt: badDebt + amount }
    case 'badDebtBurnt':
      return { ...books, surplus: surplus - amount, badDebt: badDebt - amount }
    case 'keeper':
    case 'surplusSold':
    case 'giftBurnt':
      return { ...books, surplus: surplus - amount }
    case 'interest':
    case 'lateFee':
    case 'penalty':
    case 'tusdtGift':
      return { ...books, surplus: surplus + amount }
  }
}

/** Whether a movement issues TUSDT, burns it, or does neither. */
function issuedBy(movement: Movement): bigint {
  if (movement === 'drawn') return 1n
  return movement === 'repaid' || movement === 'badDebtBurnt' || movement === 'giftBurnt' ? -1n : 0n
}

function isSame(a: EngineBooks, b: EngineBooks): boolean {
  return a.principalOwed === b.principalOwed && a.surplus === b.surplus && a.badDebt === b.badDebt
}

function record<Key extends string, Value>(keys: readonly Key[], make: () => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, make()])) as Record<Key, Value>
}
