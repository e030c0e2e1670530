import type { AccountReport } from '../system/report'
import { datesOf } from './dates'
import type { Collateral, Lists } from './snapshot'
import { todosOf } from './todos'
import { worthOf } from './worth'

/** What a report needs: any vault and any auction may be the account's own. */
export const reportLists: Lists = { vaults: true, auctions: true, hasForms: true }

/** What the account has in vaults and tokens, what threatens it, and what comes. */
export function reportOf(collateral: Collateral, account: string): AccountReport {
  const { types, backing, leftOut } = collateral
  const areRead = types.every(({ vaults, auctions }) => vaults.isKnown && auctions.isKnown)
  return {
    todos: todosOf(collateral, account),
    dates: datesOf(collateral, account),
    worth: worthOf(collateral, account),
    isWhole: backing.isKnown && areRead && leftOut === 0,
  }
}
