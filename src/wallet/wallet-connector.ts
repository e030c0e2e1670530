import { injected, type CreateConnectorFn } from 'wagmi'

import type { FoundWallet } from './announced'
import { safeProvider } from './safe-provider'

/** wagmi waits for none of these: a wallet that fails to answer in them must not be an uncaught error. */
const events = ['onAccountsChanged', 'onConnect', 'onDisconnect'] as const

/**
 * wagmi's connector for a wallet that was found. It connects on whatever network the wallet is: the page's notice asks
 * to change it afterwards, which may be declined without losing the connection.
 */
export function walletConnector({ id, name, icon, provider }: FoundWallet): CreateConnectorFn {
  const create = injected({ target: { id, name, icon, provider: safeProvider(provider) as never } })
  return (config) => {
    const connector = create(config)
    const { connect } = connector
    connector.connect = function (parameters) {
      return connect.call(this, { ...parameters, chainId: undefined }) as never
    }
    for (const event of events) {
      const listen = connector[event] as (this: unknown, value: unknown) => unknown
      connector[event] = function (this: unknown, value: unknown) {
        // What the wallet did not tell stays as it was known.
        Promise.resolve(listen.call(this, value)).catch(() => undefined)
      }
    }
    return connector
  }
}
