import { useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { useAccount } from 'wagmi'

import { useNetwork } from '../chain/network'
import { patience } from './patience'

export type Wallet = {
  readonly status: 'reconnecting' | 'connected' | 'none'
  readonly account?: Address
  /** The chain the wallet is on. */
  readonly chainId?: number
  /** Connected, but to another chain than the one on screen: nothing can be sent. */
  readonly isWrongNetwork: boolean
}

const NONE: Wallet = { status: 'none', isWrongNetwork: false }
const RECONNECTING: Wallet = { status: 'reconnecting', isWrongNetwork: false }

/** The person's wallet: being found again (at most 3 s after the page opened), connected, or none. */
export function useWallet(): Wallet {
  const network = useNetwork()
  const { status, address, chainId } = useAccount()
  const isPatient = useSyncExternalStore(patience.subscribe, patience.get)
  if (status === 'connected')
    return { status, account: address, chainId, isWrongNetwork: chainId !== network.chainId }
  if (status !== 'disconnected' && isPatient) return RECONNECTING
  return NONE
}
