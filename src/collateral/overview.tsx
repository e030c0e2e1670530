import type { OverviewView } from '../system/overview'
import { BackingFigures } from './BackingFigures'
import { Unreadable } from './CollateralFrame'
import type { Lists } from './snapshot'
import { useCollateral } from './use-collateral'

const lists: Lists = { vaults: false, auctions: false }

/** TUSDT at a glance, the same for everybody. */
export function useOverview(): OverviewView {
  const view = useCollateral(lists)
  if (view.status !== 'ready') return view
  if (!view.book.isKnown)
    return { status: 'error', reason: view.book.reason, retry: () => window.location.reload() }
  return {
    status: 'ready',
    isStale: view.isStale,
    todos: [],
    isWhole: view.backing.isKnown,
    warning: <Unreadable collateral={view} />,
    figures: <BackingFigures book={view.book} backing={view.backing} />,
  }
}
