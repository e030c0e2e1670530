import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useSnapshot } from '../chain/use-snapshot'
import { silosContracts } from './contracts'
import { silosOf, silosReads, type Silos } from './snapshot'

export type SilosView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | ({ readonly status: 'ready' } & Silos)

/** The reserve at one block, for the connected account. */
export function useSilos(account: Address | undefined): SilosView {
  const network = useNetwork()
  const addresses = useMemo(() => silosContracts(network), [network])
  const live = useSnapshot(
    'silos',
    useMemo(() => silosReads(addresses, account), [addresses, account]),
  )
  if (live.status !== 'ready') return live
  const { data, blockNumber, timestamp } = live.snapshot
  return {
    status: 'ready',
    blockNumber,
    timestamp,
    isStale: live.isStale,
    ...silosOf(data, addresses, timestamp, account),
  }
}
