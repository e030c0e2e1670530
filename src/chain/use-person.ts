import type { Address } from 'viem'

import { useConnection } from './connection'
import { useNetwork } from './network'

/** Whom the pages act for. Only an account on the right network can act. */
export type Person = {
  readonly account: Address | undefined
  readonly isWrongNetwork: boolean
  /** True while a former connection is being restored: nobody is told to connect yet. */
  readonly isReconnecting: boolean
}

export function usePerson(): Person {
  const { account, chainId, status } = useConnection()
  const network = useNetwork()
  return {
    account,
    isWrongNetwork: account !== undefined && chainId !== network.chainId,
    isReconnecting: status === 'reconnecting',
  }
}
