import { createConfig, type Config } from 'wagmi'
import { disconnect, getAccount, reconnect, switchChain, watchAccount } from 'wagmi/actions'

import { connection } from '../chain/connection'
import type { ChainClient } from '../chain/runtime'
import { legacyConnectors } from './legacy-wallet'
import { createWalletStorage } from './storage'

let open: Config | undefined

/**
 * wagmi without any wallet's SDK: the wallets that announce themselves (EIP-6963), reading through the app's own
 * client. It knows one chain, the one on screen. There is one session per page.
 */
export function openSession(client: ChainClient): Config {
  if (open) return open
  const config = createConfig({
    chains: [client.chain],
    client: () => client,
    connectors: legacyConnectors(),
    multiInjectedProviderDiscovery: true,
    storage: createWalletStorage(),
  })
  open = config
  watchAccount(config, { onChange: () => publish(config) })
  reconnectLatecomer(config)
  return config
}

/** Takes up the wallet used last, if it still allows it. */
export async function resumeSession(client: ChainClient): Promise<void> {
  const config = openSession(client)
  await reconnect(config)
  publish(config)
}

/** Forgets the wallet here, also when it does not take part. */
export async function leaveWallet(client: ChainClient): Promise<void> {
  try {
    await disconnect(openSession(client))
  } catch {
    connection.set({ status: 'none' })
  }
}

/** Asks the wallet to change to the app's chain, and to add it if the wallet does not know it. */
export async function askToSwitch(client: ChainClient): Promise<void> {
  await switchChain(openSession(client), { chainId: client.chain.id })
}

function publish(config: Config): void {
  const { status, address, chainId, connector } = getAccount(config)
  if (status === 'connected')
    connection.set({ status, account: address, chainId, getProvider: () => connector.getProvider() })
  else if (status === 'disconnected') connection.set({ status: 'none' })
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
