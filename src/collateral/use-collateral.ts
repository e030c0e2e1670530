import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import { collateralContracts } from './contracts'
import { collateralOf, collateralSource, type Collateral, type Lists } from './snapshot'

export type CollateralView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | ({ readonly status: 'ready' } & Collateral)

/** TUSDT at one block, with what `account` has where the page has forms. Keep the identity of `lists` stable. */
export function useCollateral(lists: Lists, account?: Address): CollateralView {
  const network = useNetwork()
  const holder = lists.hasForms === true ? account : undefined
  const source = useMemo(
    () => collateralSource(collateralContracts(network), lists, holder),
    [network, lists, holder],
  )
  const live = useKnownSnapshot('collateral', source)
  if (live.status !== 'ready') return live
  const { data, blockNumber, timestamp } = live.snapshot
  const shown = collateralOf(data, live.known, holder)
  if (!shown) return { status: 'loading' }
  return { status: 'ready', blockNumber, timestamp, isStale: live.isStale, ...shown }
}
