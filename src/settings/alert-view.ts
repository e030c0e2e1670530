import type { Address } from 'viem'

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

/** By account. Apart from the loop that fills it: the page of settings shows it, and needs nothing of the systems for that. */
export const alertViews = createStore<ReadonlyMap<Address, AlertView>>(new Map())

/** What is known of one account from now on; nothing where it is not watched any more. */
export function showAlerts(account: Address, view: AlertView | undefined): void {
  const others = [...alertViews.get()].filter(([one]) => one !== account)
  alertViews.set(new Map(view ? [...others, [account, view]] : others))
}
