import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { WagmiProvider } from 'wagmi'
import type { AppConfig } from '../chain/config'
import { NetworkProvider } from '../chain/network'
import { TxProvider } from '../tx/TxProvider'
import { createWalletConfig } from '../wallet/config'

export function Providers({ config, children }: { config: AppConfig; children: ReactNode }) {
  const [walletConfig] = useState(() => createWalletConfig(config))
  const [queryClient] = useState(createQueryClient)
  return (
    <NetworkProvider config={config}>
      <WagmiProvider config={walletConfig}>
        <QueryClientProvider client={queryClient}>
          <TxProvider>{children}</TxProvider>
        </QueryClientProvider>
      </WagmiProvider>
    </NetworkProvider>
  )
}

/** The transport retries and fails over by itself, and the block ticker says when to read again. */
function createQueryClient() {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' } },
  })
}
