import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { identityOf } from './identity'
import { assetReads, identityReads } from './snapshot'
import type { VaultIdentity } from './snapshot'

export type IdentityView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly identity: VaultIdentity }

/** What never changes of the vault, read once: for what shows nothing else of it. */
export function useIdentity(address: Address): IdentityView {
  const usdt = useNetwork().contracts.shared?.usdt
  const fixed = useFixed(
    'musdt.identity',
    useMemo(() => identityReads(address), [address]),
  )
  const vault = fixed.status === 'ready' ? fixed.snapshot.data : undefined
  const asset = knownValue(vault?.asset)
  const token = useFixed(
    'musdt.asset',
    useMemo(() => (asset === undefined || asset === usdt ? undefined : assetReads(asset)), [asset, usdt]),
  )
  const words = token.status === 'ready' ? token.snapshot.data : undefined
  const identity = useMemo(
    () => vault && identityOf(address, vault, usdt, words),
    [address, vault, usdt, words],
  )
  if (fixed.status === 'error') return fixed
  if (token.status === 'error') return token
  if (identity?.status === 'error') return { ...identity, retry: () => window.location.reload() }
  return identity ?? { status: 'loading' }
}
