import { createConfig, type Config } from 'wagmi'
import { reconnect } from 'wagmi/actions'

import type { ChainClient } from '../chain/runtime'
import { legacyConnectors } from './legacy-wallet'
import { createWalletStorage } from './storage'

/**
 * wagmi without any wallet's SDK: the wallets that announce themselves (EIP-6963), reading through the app's
 * own client. It knows one chain, the one on screen.
 */
export function createWalletConfig(client: ChainClient): Config {
  const config = createConfig({
    chains: [client.chain],
    client: () => client,
    connectors: legacyConnectors(),
    multiInjectedProviderDiscovery: true,
    storage: createWalletStorage(),
  })
  reconnectLatecomer(config)
  return config
}

/** An extension may announce itself after the app looked for it: the wallet used last is taken up then. */
function reconnectLatecomer(config: Config): void {
  const seen = new Set(config.connectors.map(({ uid }) => uid))
  config._internal.connectors.subscribe((connectors) => {
    const latecomers = connectors.filter(({ uid }) => !seen.has(uid))
    latecomers.forEach(({ uid }) => seen.add(uid))
    void (async () => {
      const lastId = await config.storage?.getItem('recentConnectorId')
      const connector = latecomers.find(({ id }) => id === lastId)
      if (connector && config.state.status === 'disconnected')
        await reconnect(config, { connectors: [connector] })
    })()
  })
}
