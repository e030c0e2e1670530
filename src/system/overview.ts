import type { ReactNode } from 'react'

import type { Person } from '../chain/use-person'

/** Something the account can do now, and the page to do it on. */
export type Todo = {
  readonly key: string
  readonly what: string
  readonly why: string
  readonly href: string
  readonly action: string
  /** Unix seconds from which on what waits here is lost; absent when it waits for as long as it takes. */
  readonly voidAt?: bigint
  /** An invitation: nothing that is the account's waits in it. */
  readonly isOffer?: boolean
}

/** What a system says on the overview: of the person's part in it, or of itself while nobody is connected. */
export type OverviewView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly isStale: boolean
      /** Most valuable first; the page puts what becomes void before it. */
      readonly todos: readonly Todo[]
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
export type OverviewPart = { readonly useOverview: (person: Person) => OverviewView }
