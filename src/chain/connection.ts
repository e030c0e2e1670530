import { useSyncExternalStore } from 'react'
import type { Address } from 'viem'

import { createStore } from './store'

/** The person's wallet, as far as reading and sending need to know it. */
export type Connection = {
  /** `reconnecting`: a wallet used earlier is being found again, at most 3 s after the page opened. */
  readonly status: 'reconnecting' | 'connected' | 'none'
  readonly account?: Address
  /** The chain the wallet is on, which need not be the one on screen. */
  readonly chainId?: number
  /** The wallet itself (EIP-1193). */
  readonly getProvider?: () => Promise<unknown>
  /** The wallet has ended the connection, and nobody here. */
  readonly wasEnded?: boolean
}

/** Filled in by the wallet room, which is loaded only when there is a wallet to talk to. */
export const connection = createStore<Connection>({ status: 'none' })

export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get)
}
