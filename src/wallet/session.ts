import { createConfig, type Config } from 'wagmi'
import { connect, disconnect, getAccount, reconnect, watchAccount } from 'wagmi/actions'

import { connection } from '../chain/connection'
import type { ChainClient } from '../chain/chain-reader'
import type { AppConfig } from '../chain/config'
import type { FoundWallet } from './announced'
import { watchWallets } from './discovery'
import { PREFIX } from './last-wallet'
import { WALLET_CONNECT_ID } from './relay'
import { revokePermission } from './revoke-permission'
import { isChainId } from './safe-provider'
import { createWalletStorage } from './storage'
import { requestSwitch } from './switch-network'
import { walletConnector } from './wallet-connector'

let open: Config | undefined
let lookAgain: (() => void) | undefined
let wasEnded = false

/**
 * wagmi without any wallet's SDK: the wallets of this browser, reading through the app's own client. It knows one
 * chain, the one on screen. There is one session per page.
 */
export function openSession(client: ChainClient): Config {
  if (!open) {
    open = createConfig({
      chains: [client.chain],
      client: () => client,
      // Its own list takes every announcement as it comes: one without content would end it for all others.
      multiInjectedProviderDiscovery: false,
      storage: createWalletStorage(),
    })
    takeUpWallets(open)
    leaveWithOtherTabs(open)
  }
  lookAgain?.()
  return open
}

/** Takes up the Safe that frames the page, else the wallet used last, if it still allows it. */
export async function resumeSession(
  client: ChainClient,
  { safeOrigins, walletConnect }: Pick<AppConfig, 'safeOrigins' | 'walletConnect'>,
): Promise<void> {
  const config = openSession(client)
  if (!safeOrigins || !(await connectSafe(config, safeOrigins))) {
    const distant = walletConnect && (await lastId(config)) === WALLET_CONNECT_ID
    await resumeAmong(config, distant ? await restored(config, walletConnect) : config.connectors)
  }
  publish(config)
}

/** Makes a wallet that is not in this browser the one in use. It is in no list: without its session it is nothing. */
export async function connectDistant(client: ChainClient, wallet: FoundWallet): Promise<void> {
  const config = openSession(client)
  await tellOfEnd()
  await connect(config, { connector: walletConnector(wallet) })
}

async function restored(
  config: Config,
  choice: NonNullable<AppConfig['walletConnect']>,
): Promise<Config['connectors']> {
  const { restore } = await import('./wallet-connect')
  const wallet = await restore(choice, config.chains[0].id)
  await tellOfEnd()
  return wallet ? [config._internal.connectors.setup(walletConnector(wallet))] : []
}

async function tellOfEnd(): Promise<void> {
  const { whenEnded } = await import('./wallet-connect')
  // wagmi is told next, and publishes it.
  whenEnded(() => {
    wasEnded = true
  })
}

/** Nobody is asked: who opened the page in a Safe came to use that Safe. */
async function connectSafe(config: Config, origins: readonly string[]): Promise<boolean> {
  const { findSafe } = await import('./safe-frame')
  const safe = await findSafe(origins)
  if (!safe) return false
  await connect(config, { connector: addWallet(config, safe) })
  return true
}

function addWallet(config: Config, wallet: FoundWallet): Config['connectors'][number] {
  const { connectors } = config._internal
  const connector = connectors.setup(walletConnector(wallet))
  connectors.setState((known) => [...known, connector])
  return connector
}

/** Forgets the wallet here, also when it does not take part; says whether it has forgotten this page, too. */
export async function leaveWallet(client: ChainClient): Promise<boolean> {
  const config = openSession(client)
  const isRevoked = await revokePermission(getAccount(config).connector?.getProvider())
  try {
    await disconnect(config)
  } catch {
    connection.set({ status: 'none' })
  }
  return isRevoked
}

/** Asks the wallet to change to the app's chain, and to add it if the wallet does not know it. */
export async function askToSwitch(client: ChainClient): Promise<void> {
  const { connector } = getAccount(openSession(client))
  if (!connector) throw new Error('The wallet was disconnected.')
  const tell = () => connector.emitter.emit('change', { chainId: client.chain.id })
  await requestSwitch(await connector.getProvider(), client.chain, tell)
}

function publish(config: Config): void {
  const { status, address, chainId, connector } = getAccount(config)
  if (status === 'connected') {
    wasEnded = false
    connection.set({
      status,
      account: address,
      ...(isChainId(chainId) && { chainId }),
      getProvider: () => connector.getProvider(),
    })
  } else if (status === 'disconnected') connection.set({ status: 'none', ...(wasEnded && { wasEnded }) })
}

/** An extension may announce itself after the app looked for it: the wallet used last is taken up then. */
function takeUpWallets(config: Config): void {
  let isLooking = true
  lookAgain = watchWallets((wallet) => {
    const connector = addWallet(config, wallet)
    if (!isLooking && config.state.status === 'disconnected') void resumeAmong(config, [connector])
  }).lookAgain
  isLooking = false
  watchAccount(config, { onChange: () => publish(config) })
}

/** Only the wallet used last: another one that would allow it was not asked for. */
async function resumeAmong(config: Config, among: Config['connectors']): Promise<void> {
  const last = await lastId(config)
  const connectors = among.filter(({ id }) => id === last)
  if (connectors.length > 0) await reconnect(config, { connectors })
}

const lastId = (config: Config) => config.storage?.getItem('recentConnectorId')

/** Left in one tab, the wallet is left in all: it would still be asked from the others. */
function leaveWithOtherTabs(config: Config): void {
  addEventListener('storage', ({ key, newValue }) => {
    const { connector } = getAccount(config)
    if (connector && newValue !== null && key === `${PREFIX}.${connector.id}.disconnected`)
      connector.onDisconnect()
  })
}
