/**
 * The vaults of one collateral type at one moment, as plain data: what `advanceEngine` (collateral-engine.ts) goes on from,
 * and what can happen to it. Units as in collateral.ts; times are unix seconds; ids count from 1.
 */
import { RAY } from './collateral'
import type { Auction, AuctionTerms } from './collateral-auction'
import type { Calendar, DueDate, Rate, Vault } from './collateral-due'
import type { Ratios } from './collateral-vault'

/** Terms of a type. rules.md C3 */
export type EngineTerms = Calendar &
  Ratios &
  AuctionTerms & {
    readonly dust: bigint
    readonly line: bigint
    readonly gap: bigint
    readonly ttlSeconds: bigint
  }

/** An auction, and what it belongs to; `endedAt` is 0 while it runs. */
export type EngineAuction = Auction & { readonly vaultId: number; readonly endedAt: bigint }

/** 0 where there is none. `unfrozenAt`: an auction that began before must be reset. rules.md C7, C8 */
export type EnginePrice = { readonly current: bigint; readonly low: bigint; readonly unfrozenAt: bigint }

/** TUSDT that is owed, left over and lost; see `Books` in TusdtLedger.sol. */
export type EngineBooks = {
  readonly principalOwed: bigint
  readonly surplus: bigint
  readonly badDebt: bigint
}

export type EngineState = {
  readonly time: bigint
  readonly terms: EngineTerms
  readonly price: EnginePrice
  readonly isPaused: boolean
  /** Of the last drip. */
  readonly rate: Rate
  /** Every date that a drip has passed, by its number. */
  readonly dates: ReadonlyMap<bigint, DueDate>
  readonly vaults: readonly Vault[]
  readonly auctions: readonly EngineAuction[]
  readonly ceiling: { readonly most: bigint; readonly raisedAt: bigint }
  readonly books: EngineBooks
}

/** Amounts are collateral or TUSDT; see the functions of the same names. */
export type EngineEvent =
  | { readonly kind: 'time'; readonly time: bigint }
  | { readonly kind: 'price'; readonly price: EnginePrice }
  | { readonly kind: 'pause'; readonly isPaused: boolean }
  | { readonly kind: 'open'; readonly amount: bigint; readonly drawn: bigint }
  | { readonly kind: 'deposit' | 'draw' | 'withdraw'; readonly id: number; readonly amount: bigint }
  | { readonly kind: 'repay'; readonly id: number; readonly atMost: bigint }
  | { readonly kind: 'close'; readonly id: number; readonly maxDebt: bigint }
  | { readonly kind: 'assess' | 'liquidate' | 'reset'; readonly id: number }
  | { readonly kind: 'take'; readonly id: number; readonly ask: bigint; readonly maxPrice: bigint }

/** The contract's error without its prefix. */
export type EngineRefusal =
  | 'EnforcedPause' | 'NoSuchVault' | 'NoSuchAuction' | 'Nothing' | 'NoPrice' | 'BelowDust' | 'AboveCeiling' | 'NotCovered'
  | 'ExceedsCollateral' | 'DebtAboveMaximum' | 'Covered' | 'AuctionOver' | 'NeedsReset' | 'NoResetNeeded'
  | 'AboveMaximum' | 'AllOrNothing' // prettier-ignore

export type EngineAdvance =
  | { readonly isTaken: true; readonly state: EngineState }
  | { readonly isTaken: false; readonly state: EngineState; readonly refusal: EngineRefusal }

/** A type that begins at `time` with nothing in it. */
export function newEngineState(time: bigint, terms: EngineTerms, price: EnginePrice): EngineState {
  return {
    ...{
      time,
      terms,
      price,
      isPaused: false,
      rate: { rate: RAY, at: time },
      dates: new Map(),
      vaults: [],
      auctions: [],
    },
    ceiling: { most: 0n, raisedAt: 0n },
    books: { principalOwed: 0n, surplus: 0n, badDebt: 0n },
  }
}
