import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import type { ActivityView } from '../system/activity'
import { activityOf } from './activity-of'
import { musdtContracts } from './contracts'
import { musdtEventsAbi } from './events'
import { useIdentity } from './use-identity'

export const eventsAbi = musdtEventsAbi
export const eventNames = musdtEventsAbi.map(({ name }) => name)

/** The vault and its mNFT: the vault's amounts are told in the decimals of its tokens, so those are read first. */
export function useActivity(): ActivityView {
  const identity = useIdentity(musdtContracts(useNetwork()).vault)
  const known = identity.status === 'ready' ? identity.identity : undefined
  const view = useMemo(() => known && activityOf(known), [known])
  return identity.status === 'ready' ? (view ?? { status: 'loading' }) : identity
}
