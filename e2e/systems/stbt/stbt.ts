import type { Address } from 'viem'
import { stbtAbi } from '../../../abis/STBT'
import { demo } from '../../../devnet/accounts'
import type { StbtInstance } from '../../../devnet/systems/stbt/deploy'
import type { Running } from '../../../devnet/system'
import type { Call, Chain } from '../../fixtures/chain'

/** A whole amount of STBT in units. */
export const stbtOf = (whole: number): bigint => BigInt(whole) * 10n ** 18n

type Token = Pick<StbtInstance, 'stbt'>

/** Gives an address both permissions until a time (unix seconds, 0 = without end), or takes them; the keeper sends it. */
export function permissionCall({ stbt }: Token, who: Address, isPermitted: boolean, expiryTime = 0n): Call {
  const permission = { sendAllowed: isPermitted, receiveAllowed: isPermitted, expiryTime }
  return { address: stbt, abi: stbtAbi, functionName: 'setPermission', args: [who, permission] }
}

/** A transfer out of the seeded holder's balance. */
export async function give(chain: Chain, { stbt }: Token, to: Address, amount: bigint): Promise<void> {
  await chain.act(demo, { address: stbt, abi: stbtAbi, functionName: 'transfer', args: [to, amount] })
}

/** What an account has: as the contract says, in units (18 decimals), and its shares. */
export async function holdingOf({ read }: Chain, { stbt }: Token, who: Address) {
  const token = { address: stbt, abi: stbtAbi } as const
  const [balance, shares] = await Promise.all([
    read.readContract({ ...token, functionName: 'balanceOf', args: [who] }),
    read.readContract({ ...token, functionName: 'sharesOf', args: [who] }),
  ])
  return { balance, shares }
}

/** The chain as the devnet's own buttons take it. */
export const runningOn = (chain: Chain): Running => ({
  rpc: chain.rpc,
  moveClock: (seconds) => chain.moveTo(BigInt(seconds)),
})
