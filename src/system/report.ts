import type { Worth } from './worth'

/** Something the account can do now, and the page to do it on. */
export type Todo = {
  readonly key: string
  readonly what: string
  readonly why: string
  /** To the very thing: with `part`, to the element of the page that has it as `data-part`. */
  readonly href: string
  readonly action: string
  /** Others may take what is the account's own, now or soon. */
  readonly isDanger?: boolean
  /** Unix seconds from which on what waits here is lost or costs more; absent when it waits for as long as it takes. */
  readonly voidAt?: bigint
  /** What it brings or saves, USD with 18 decimals; absent where that has no price. */
  readonly usdWad?: bigint
  /** How much it is about, or how little is left: "12,500 USDT", "8.1% away". */
  readonly amount?: string
  /** An invitation: nothing that is the account's waits in it. */
  readonly isOffer?: boolean
}

/** Something of the account's with a date, to come or missed. */
export type Dated = {
  readonly key: string
  /** Unix seconds: when it is, or begins. */
  readonly at: bigint
  /** When it is over, where it lasts. */
  readonly until?: bigint
  readonly what: string
  readonly detail: string
  readonly href: string
  /** Its time went by unused. */
  readonly isMissed?: boolean
}

/** Something out of the ordinary about a system itself, whoever has a part in it. */
export type Alarm = {
  /** The same for as long as it is the same thing. */
  readonly key: string
  /** A whole sentence without its full stop: "Silo 2 is short". */
  readonly what: string
  readonly why: string
  readonly href: string
  /** Money is missing, or what is owed is not covered; else it is a warning. */
  readonly isDanger?: boolean
}

/** What a system says of an account at one block. No React here: pages, alerts and scripts say the same. */
export type AccountReport = {
  /** In any order. */
  readonly todos: readonly Todo[]
  /** In any order. */
  readonly dates: readonly Dated[]
  readonly worth: Worth
  /** Whether all of it is known: only then is what is not told not so. */
  readonly isWhole: boolean
}
