import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import { collateralContracts } from './contracts'
import { collateralOf, collateralSource, type Collateral, type Lists } from './snapshot'

export type CollateralView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | ({ readonly status: 'ready' } & Collateral)

/** TUSDT at one block. Keep the identity of `lists` stable. */
export function useCollateral(lists: Lists): CollateralView {
  const network = useNetwork()
  const source = useMemo(() => collateralSource(collateralContracts(network), lists), [network, lists])
  const live = useKnownSnapshot('collateral', source)
  if (live.status !== 'ready') return live
  const { data, blockNumber, timestamp } = live.snapshot
  const shown = collateralOf(data, live.known)
  if (!shown) return { status: 'loading' }
  return { status: 'ready', blockNumber, timestamp, isStale: live.isStale, ...shown }
}
