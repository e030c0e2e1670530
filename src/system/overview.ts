import type { ReactNode } from 'react'
import type { Address } from 'viem'

import type { Dated, Todo } from './report'
import type { Worth } from './worth'

export type { Dated, Todo } from './report'

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
