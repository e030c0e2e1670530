import { type ReactNode, useState } from 'react'
import { WagmiProvider } from 'wagmi'
import type { AppConfig } from '../chain/config'
import { NetworkProvider } from '../chain/network'
import { TxProvider } from '../tx/TxProvider'
import { createWalletConfig } from '../wallet/config'

/** The chain (with the query cache), then the wallet, then what is sent with both. */
export function Providers({ config, children }: { config: AppConfig; children: ReactNode }) {
  const [walletConfig] = useState(() => createWalletConfig(config))
  return (
    <NetworkProvider config={config}>
      <WagmiProvider config={walletConfig}>
        <TxProvider>{children}</TxProvider>
      </WagmiProvider>
    </NetworkProvider>
  )
}
