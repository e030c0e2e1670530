import type { Address } from 'viem'

import type { OverviewView } from '../system/overview'
import { BackingFigures } from './BackingFigures'
import { Unreadable } from './CollateralFrame'
import { reportLists, reportOf } from './report'
import { useCollateral } from './use-collateral'

/** TUSDT at a glance; for an owner of vaults, what threatens them. */
export function useOverview(account: Address): OverviewView {
  const view = useCollateral(reportLists, account)
  if (view.status !== 'ready') return view
  if (!view.book.isKnown)
    return { status: 'error', reason: view.book.reason, retry: () => window.location.reload() }
  return {
    status: 'ready',
    isStale: view.isStale,
    ...reportOf(view, account),
    warning: <Unreadable collateral={view} />,
    figures: <BackingFigures book={view.book} backing={view.backing} />,
  }
}
