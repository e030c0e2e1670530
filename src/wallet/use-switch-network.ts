import { useSwitchChain } from 'wagmi'

import { useNetwork } from '../chain/network'
import { walletReason } from './wallet-reason'

/** Asks the wallet to change to the network on screen, and to add it if the wallet does not know it. */
export function useSwitchNetwork(): {
  readonly switchNetwork: () => void
  readonly isAsking: boolean
  readonly problem: string | undefined
} {
  const network = useNetwork()
  const { switchChain, isPending, error } = useSwitchChain()
  return {
    switchNetwork: () => switchChain({ chainId: network.chainId }),
    isAsking: isPending,
    problem: error ? walletReason(error) : undefined,
  }
}
