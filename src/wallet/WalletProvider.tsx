import { useEffect, type ReactNode } from 'react'

import { connection } from '../chain/connection'
import { useRuntime } from '../chain/network'
import type { Runtime } from '../chain/runtime'
import { hasLastWallet } from './last-wallet'

const PATIENCE_MS = 3_000

/**
 * Looks for the wallet used last, and in a frame for the Safe around it. Whoever has not connected before downloads
 * nothing for it. It needs a NetworkProvider above.
 */
export function WalletProvider({ children }: { children: ReactNode }) {
  const { client, config } = useRuntime()
  useEffect(() => {
    const safeOrigins = window.parent === window ? undefined : config.safeOrigins
    return safeOrigins || hasLastWallet() ? resume(client, { ...config, safeOrigins }) : undefined
  }, [client, config])
  return children
}

/** A wallet that never answers, or code that can't be loaded, must not keep the page waiting. */
function resume(client: Runtime['client'], config: Runtime['config']): () => void {
  const giveUp = () => {
    if (connection.get().status === 'reconnecting') connection.set({ status: 'none' })
  }
  if (connection.get().status === 'none') connection.set({ status: 'reconnecting' })
  const timer = setTimeout(giveUp, PATIENCE_MS)
  import('./session').then(({ resumeSession }) => resumeSession(client, config)).catch(giveUp)
  return () => clearTimeout(timer)
}
