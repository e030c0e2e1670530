import { useEffect, type ReactNode } from 'react'

import { connection } from '../chain/connection'
import { useClient } from '../chain/network'
import type { ChainClient } from '../chain/chain-reader'
import { hasLastWallet } from './last-wallet'

const PATIENCE_MS = 3_000

type WalletProviderProps = { safeOrigins: readonly string[] | undefined; children: ReactNode }

/**
 * Looks for the wallet used last, and in a frame for the Safe around it. Whoever has not connected before downloads
 * nothing for it. It needs a NetworkProvider above.
 */
export function WalletProvider({ safeOrigins, children }: WalletProviderProps) {
  const client = useClient()
  useEffect(() => {
    const safes = window.parent === window ? undefined : safeOrigins
    return safes || hasLastWallet() ? resume(client, safes) : undefined
  }, [client, safeOrigins])
  return children
}

/** A wallet that never answers, or code that can't be loaded, must not keep the page waiting. */
function resume(client: ChainClient, safeOrigins: readonly string[] | undefined): () => void {
  const giveUp = () => {
    if (connection.get().status === 'reconnecting') connection.set({ status: 'none' })
  }
  if (connection.get().status === 'none') connection.set({ status: 'reconnecting' })
  const timer = setTimeout(giveUp, PATIENCE_MS)
  import('./session').then(({ resumeSession }) => resumeSession(client, safeOrigins)).catch(giveUp)
  return () => clearTimeout(timer)
}
