import type { ReactNode } from 'react'
import { WagmiProvider } from 'wagmi'

import { useClient } from '../chain/network'
import { openSession } from './session'

/** Gives wagmi's hooks to the lists of wallets, the only ones that use them. */
export function SessionProvider({ children }: { children: ReactNode }) {
  return (
    <WagmiProvider config={openSession(useClient())} reconnectOnMount={false}>
      {children}
    </WagmiProvider>
  )
}
