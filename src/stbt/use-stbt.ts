import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useSnapshot } from '../chain/use-snapshot'
import { useLiveness } from '../system/use-liveness'
import { stbtContracts } from './contracts'
import { mayBeLive, stbtOf, stbtReads, type Stbt } from './snapshot'
import { usePolicy } from './use-policy'

export type StbtView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | ({ readonly status: 'ready' } & Stbt)

/** STBT at one block, for the connected account. */
export function useStbt(account: Address | undefined): StbtView {
  const network = useNetwork()
  const addresses = useMemo(() => stbtContracts(network), [network])
  const live = useSnapshot(
    'stbt',
    useMemo(() => stbtReads(addresses, account), [addresses, account]),
  )
  const mayBe = live.status === 'ready' && mayBeLive(live.snapshot.data)
  const { policy, problem } = usePolicy()
  const suspect = { address: addresses.stbt, name: 'STBT', setting: 'policies.stbt.rules' }
  const liveness = useLiveness(suspect, mayBe, { rules: policy.rules, problem })
  if (live.status !== 'ready') return live
  if (mayBe && !liveness) return { status: 'loading' }
  const { data, blockNumber, timestamp } = live.snapshot
  return {
    status: 'ready',
    blockNumber,
    timestamp,
    isStale: live.isStale,
    ...stbtOf(data, addresses, account, liveness),
  }
}
