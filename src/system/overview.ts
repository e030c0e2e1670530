import type { ReactNode } from 'react'
import type { Address } from 'viem'

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

/** What a system says on the overview: of the person's part in it, or of itself while nobody is connected. */
export type OverviewView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly isStale: boolean
      /** In any order: the page sorts those of all systems by urgency. */
      readonly todos: readonly Todo[]
      /** In any order; absent where a system has none. */
      readonly dates?: readonly Dated[]
      /** Absent while nobody is connected, and where a system holds nothing of anybody. */
      readonly worth?: Worth
      /** What it has brought the account so far, to the unit; absent where that can't be told. */
      readonly income?: ReactNode
      /** Whether all that todos are made of is known: only then is there nothing else to do. */
      readonly isWhole: boolean
      /** What could not be read, and so is missing in the rest; and what concerns all of the system. */
      readonly warning?: ReactNode
      /** A grid of them. */
      readonly figures: ReactNode
      /** What stands below the figures: a table, a list. */
      readonly holdings?: ReactNode
    }

/** A hook, so that each system reads its own snapshot and fails alone. */
export type OverviewPart = { readonly useOverview: (account: Address) => OverviewView }
