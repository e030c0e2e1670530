import type { ReactNode } from 'react'
import type { AppConfig } from '../chain/config'
import { NetworkProvider } from '../chain/network'
import { TxProvider } from '../tx/TxProvider'
import { WalletProvider } from '../wallet/WalletProvider'

/** The chain (with its query cache), the wallet that signs for it, and what is in flight between the two. */
export function Providers({ config, children }: { config: AppConfig; children: ReactNode }) {
  return (
    <NetworkProvider config={config}>
      <WalletProvider>
        <TxProvider>{children}</TxProvider>
      </WalletProvider>
    </NetworkProvider>
  )
}
