import type { Address } from 'viem'
import { stbtAbi } from '../../../abis/STBT'
import type { Call, Chain } from '../../fixtures/chain'

/** Gives an address both permissions without end, or takes them; for the keeper to send. */
export function permissionCall({ addresses }: Chain, who: Address, isPermitted: boolean): Call {
  const permission = { sendAllowed: isPermitted, receiveAllowed: isPermitted, expiryTime: 0n }
  return {
    address: addresses.stbt.stbt,
    abi: stbtAbi,
    functionName: 'setPermission',
    args: [who, permission],
  }
}

/** What an account has: as the contract says, in units (18 decimals), and its shares. */
export async function holdingOf({ addresses, read }: Chain, who: Address) {
  const token = { address: addresses.stbt.stbt, abi: stbtAbi } as const
  const [balance, shares] = await Promise.all([
    read.readContract({ ...token, functionName: 'balanceOf', args: [who] }),
    read.readContract({ ...token, functionName: 'sharesOf', args: [who] }),
  ])
  return { balance, shares }
}
