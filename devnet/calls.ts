/** Contract calls for a chain's history, by the contract's name. */
import type { Address } from 'viem'
import { artifact } from './artifacts'
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

/** A call of a contract by its name. */
export function call(
  from: Address,
  contract: string,
  address: Address,
  functionName: string,
  args: readonly unknown[] = [],
): Call {
  return { from, address, abi: artifact(contract).abi, functionName, args }
}

/** USDT arrives from outside and is approved to be spent at once. */
export function bring(token: Address, from: Address, spender: Address, amount: bigint): Call[] {
  return [
    call(from, 'TetherUSD', token, 'faucet', [from, amount]),
    call(from, 'TetherUSD', token, 'approve', [spender, amount]),
  ]
}
