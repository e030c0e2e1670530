import type { Person } from '../chain/use-person'
import type { OverviewView } from '../system/overview'
import { datesOf } from './dates'
import { BackingFigures } from './BackingFigures'
import { Unreadable } from './CollateralFrame'
import type { Lists } from './snapshot'
import { todosOf } from './todos'
import { useCollateral } from './use-collateral'
import { worthOf } from './worth'

const lists: Lists = { vaults: false, auctions: false }
/** Whoever is connected may have vaults of his own among them. */
const ownLists: Lists = { vaults: true, auctions: true, hasForms: true }

/** TUSDT at a glance, the same for everybody; for an owner of vaults, what threatens them. */
export function useOverview({ account }: Person): OverviewView {
  const view = useCollateral(account === undefined ? lists : ownLists, account)
  if (view.status !== 'ready') return view
  if (!view.book.isKnown)
    return { status: 'error', reason: view.book.reason, retry: () => window.location.reload() }
  const areRead = view.types.every(({ vaults, auctions }) => vaults.isKnown && auctions.isKnown)
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: account === undefined ? [] : todosOf(view, account),
    dates: account === undefined ? [] : datesOf(view, account),
    ...(account !== undefined && { worth: worthOf(view, account) }),
    isWhole: view.backing.isKnown && areRead && view.leftOut === 0,
    warning: <Unreadable collateral={view} />,
    figures: <BackingFigures book={view.book} backing={view.backing} />,
  }
}
