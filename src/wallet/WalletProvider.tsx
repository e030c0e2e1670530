import { useEffect, useState, type ReactNode } from 'react'
import { WagmiProvider } from 'wagmi'

import { useClient } from '../chain/network'
import { createWalletConfig } from './config'
import { startPatience } from './patience'

/** Gives everything below it the wallet. It needs a NetworkProvider above. */
export function WalletProvider({ children }: { children: ReactNode }) {
  const client = useClient()
  const [config] = useState(() => createWalletConfig(client))
  useEffect(startPatience, [])
  return <WagmiProvider config={config}>{children}</WagmiProvider>
}
