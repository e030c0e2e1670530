import { useEffect, type ReactNode } from 'react'

import { connection } from '../chain/connection'
import { useClient } from '../chain/network'
import type { ChainClient } from '../chain/chain-reader'
import { hasLastWallet } from './last-wallet'

const PATIENCE_MS = 3_000

/**
 * Looks for the wallet used last. Whoever has not connected before downloads nothing for it. It needs a
 * NetworkProvider above.
 */
export function WalletProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  useEffect(() => (hasLastWallet() ? resume(client) : undefined), [client])
  return children
}

/** A wallet that never answers, or code that can't be loaded, must not keep the page waiting. */
function resume(client: ChainClient): () => void {
  const giveUp = () => {
    if (connection.get().status === 'reconnecting') connection.set({ status: 'none' })
  }
  if (connection.get().status === 'none') connection.set({ status: 'reconnecting' })
  const timer = setTimeout(giveUp, PATIENCE_MS)
  import('./session').then(({ resumeSession }) => resumeSession(client)).catch(giveUp)
  return () => clearTimeout(timer)
}
