import { createStore } from '../chain/store'
import type { Condition } from '../system/conditions'

/** What the last look has found. */
export type AlertView = {
  /** Undefined before the first look has ended. */
  readonly standing: readonly Condition[] | undefined
  /** What could not be read, in sentences. */
  readonly problems: readonly string[]
}

export const notLooked: AlertView = { standing: undefined, problems: [] }

/** Apart from the loop that fills it: the page of settings shows it, and needs nothing of the systems for that. */
export const alertView = createStore(notLooked)
