import type { Address } from 'viem'
import { useAccount } from 'wagmi'

import { useNetwork } from '../chain/network'

/** Whom the pages act for. Only an account on the right network can act. */
export type Person = {
  readonly account: Address | undefined
  readonly isWrongNetwork: boolean
  /** True while a former connection is being restored: nobody is told to connect yet. */
  readonly isReconnecting: boolean
}

export function usePerson(): Person {
  const { address, chainId, status } = useAccount()
  const network = useNetwork()
  return {
    account: address,
    isWrongNetwork: address !== undefined && chainId !== network.chainId,
    isReconnecting: status === 'reconnecting',
  }
}
