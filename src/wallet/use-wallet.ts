import { useConnection, type Connection } from '../chain/connection'
import { useNetwork } from '../chain/network'

export type Wallet = Connection & {
  /** Connected, but to another chain than the one on screen: nothing can be sent. */
  readonly isWrongNetwork: boolean
}

/** The person's wallet: being found again (at most 3 s after the page opened), connected, or none. */
export function useWallet(): Wallet {
  const network = useNetwork()
  const connection = useConnection()
  const isWrongNetwork = connection.status === 'connected' && connection.chainId !== network.chainId
  return { ...connection, isWrongNetwork }
}
