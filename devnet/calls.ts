/** Contract calls for a chain's history. */
import { keccak256, toBytes, type Abi, type Address, type Hex } from 'viem'
import { tetherUsdAbi } from '../abis/TetherUSD'
import type { Receipt } from './rpc'
import type { Call } from './script'

/** One block of the history, put in order of time once all are written down. */
export type Block = {
  /** Unix seconds. */
  readonly at: number
  /** Asked when its time has come. */
  readonly calls: () => readonly Call[] | Promise<readonly Call[]>
  readonly then?: (receipts: readonly Receipt[]) => void
}

/** A whole amount in USDT's units (6 decimals). */
export const usdt = (whole: number): bigint => BigInt(whole) * 1_000_000n

/** What a role of OpenZeppelin's AccessControl is called on the chain. */
export const roleId = (role: string): Hex => keccak256(toBytes(role))

/** A call of a contract. */
export function call(
  from: Address,
  { address, abi }: { readonly address: Address; readonly abi: Abi },
  functionName: string,
  args: readonly unknown[] = [],
): Call {
  return { from, address, abi, functionName, args }
}

/** USDT arrives from outside and is approved to be spent at once. */
export function bring(token: Address, from: Address, spender: Address, amount: bigint): Call[] {
  const tether = { address: token, abi: tetherUsdAbi }
  return [call(from, tether, 'faucet', [from, amount]), call(from, tether, 'approve', [spender, amount])]
}
