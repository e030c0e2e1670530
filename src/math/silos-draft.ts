/** A state that an action is working on: changed in place, thrown away where the action is refused. */
import type { Books, Conditions, Cycle, PriceState, SiloState } from './silos-state'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Where a conversion belongs. rules.md S13 */
export type Cause = 'Earnings' | 'Replenish' | 'Close' | 'Cover' | 'Distribution'

/** A conversion that was made, or one that was not: none is allowed now, or the exchange is worse than the bound. */
export type Conversion =
  | {
      readonly cause: Cause
      readonly isMade: true
      readonly buysXtz: boolean
      readonly spent: bigint
      readonly received: bigint
    }
  | {
      readonly cause: Cause
      readonly isMade: false
      readonly buysXtz: boolean
      readonly wanted: bigint
      readonly available: bigint
    }

/** Why an action is not possible: the contract's error without its prefix, and the numbers that explain it. */
export type Refusal = {
  readonly name:
    | 'EnforcedPause' | 'ZeroAmount' | 'NoSuchSilo' | 'UsdcUnsound' | 'NoPrice' | 'ExceedsHeadroom' | 'BelowMinUsdtz'
    | 'InsufficientBalance' | 'Silo2Short' | 'BelowMinXtz' | 'NothingToReplenish' | 'CycleNotEnded' | 'NothingToCover'
    | 'BelowMinProceeds' | 'BelowMinOut' | 'OutOfRange' // prettier-ignore
  readonly priceState?: PriceState
  readonly numbers?: readonly bigint[]
}

export type Draft = Writable<Omit<SiloState, 'books' | 'cycle'>> & {
  books: Writable<Books>
  cycle: Writable<Cycle>
  readonly conditions: Conditions
  readonly conversions: Conversion[]
}

/** How an action ends that is refused; `advance` catches it and returns it as a value. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.name)
  }
}

export function refuse(name: Refusal['name'], ...numbers: readonly bigint[]): never {
  throw new Refused({ name, numbers })
}

/** Throws Refused without a price. rules.md S15 */
export function requirePrice({ conditions: { priceState } }: Draft): void {
  if (priceState !== 'Fresh') throw new Refused({ name: 'NoPrice', priceState })
}

/** Throws Refused where USDC is not sound. rules.md S17 */
export function requireUsdc({ conditions }: Draft): void {
  if (!conditions.isUsdcSound) refuse('UsdcUnsound')
}

/** Throws Refused while entries are paused. rules.md S19 */
export function requireOpen({ isPaused }: Draft): void {
  if (isPaused) refuse('EnforcedPause')
}
