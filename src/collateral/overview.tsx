import type { Address } from 'viem'

import type { OverviewView } from '../system/overview'
import { datesOf } from './dates'
import { BackingFigures } from './BackingFigures'
import { Unreadable } from './CollateralFrame'
import type { Lists } from './snapshot'
import { todosOf } from './todos'
import { useCollateral } from './use-collateral'
import { worthOf } from './worth'

/** Any of them may be the account's own. */
const lists: Lists = { vaults: true, auctions: true, hasForms: true }

/** TUSDT at a glance; for an owner of vaults, what threatens them. */
export function useOverview(account: Address): OverviewView {
  const view = useCollateral(lists, account)
  if (view.status !== 'ready') return view
  if (!view.book.isKnown)
    return { status: 'error', reason: view.book.reason, retry: () => window.location.reload() }
  const areRead = view.types.every(({ vaults, auctions }) => vaults.isKnown && auctions.isKnown)
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: todosOf(view, account),
    dates: datesOf(view, account),
    worth: worthOf(view, account),
    isWhole: view.backing.isKnown && areRead && view.leftOut === 0,
    warning: <Unreadable collateral={view} />,
    figures: <BackingFigures book={view.book} backing={view.backing} />,
  }
}
