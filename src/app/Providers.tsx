import type { ReactNode } from 'react'
import type { AppConfig } from '../chain/config'
import { NetworkProvider, runtimeFor } from '../chain/network'
import { nodesInOrder } from '../chain/preferred-node'
import { systems } from '../systems'
import { TxProvider } from '../tx/TxProvider'
import { NodeUrl } from '../ui/node-url'
import { WalletProvider } from '../wallet/WalletProvider'

/** A revert is explained in the words of the system that was spoken to. */
const loadErrors = async (id: string) => systems.find((system) => system.id === id)?.load.errors()

/** The chain (with its query cache), the wallet that signs for it, and what is in flight between the two. */
export function Providers({ config, children }: { config: AppConfig; children: ReactNode }) {
  return (
    <NetworkProvider config={config}>
      <WalletProvider>
        <TxProvider loadErrors={loadErrors}>
          <NodeUrl value={nodesInOrder(runtimeFor(config).network)[0] ?? ''}>{children}</NodeUrl>
        </TxProvider>
      </WalletProvider>
    </NetworkProvider>
  )
}
