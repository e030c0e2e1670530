import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import { useLiveness } from '../system/use-liveness'
import { musdtLive } from './live'
import type { MusdtView } from './live'
import { toldKind } from './policy'
import { agreedState, mayBeGToken } from './state'
import { t } from '../words/t'

export type VaultView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | ({ readonly status: 'ready' } & MusdtView)

/** The vault at one block, for the connected account; up to `mostLocks` locks are read one by one. */
export function useVault(address: Address, account: Address | undefined, mostLocks: number): VaultView {
  const network = useNetwork()
  const source = useMemo(
    () => musdtLive(network, address, account, mostLocks),
    [network, address, account, mostLocks],
  )
  const live = useKnownSnapshot('musdt', source)
  const mayBe = live.status === 'ready' && mayBeGToken(live.snapshot.data.vault)
  const suspect = { address, name: t`the vault`, setting: 'policies.musdt.rules' }
  const liveness = useLiveness(suspect, mayBe, toldKind(network.policies?.['musdt']))
  if (live.status !== 'ready') return live
  if (mayBe && !liveness) return { status: 'loading' }
  const { data, blockNumber, timestamp } = live.snapshot
  const shown = source.view(data, live.known, { blockNumber, timestamp, isStale: live.isStale })
  if (shown.status === 'error') return { ...shown, retry: () => window.location.reload() }
  if (shown.status === 'loading') return shown
  const { vault, locks } = shown.view
  return { status: 'ready', vault: { ...vault, state: agreedState(vault.state, liveness) }, locks }
}
