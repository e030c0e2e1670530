/** What one can do to a running devnet besides using it. Runs in Node (the commands) and in the browser (the panel). */
import { toHex, type Address } from 'viem'
import { tetherUsdAbi } from '../abis/TetherUSD'
import { keeper } from './accounts'
import { sendContract } from './contract'
import type { Rpc } from './rpc'

/** Time of the newest block, unix seconds. */
export async function chainSeconds(rpc: Rpc): Promise<number> {
  const block = await rpc('eth_getBlockByNumber', ['latest', false])
  return Number(block.timestamp)
}

/** USDT in its units (6 decimals). */
export type Gift = { readonly usdtAmount: bigint; readonly wei: bigint }

/** Gives an address USDT and ether. */
export async function fund(rpc: Rpc, usdt: Address, to: Address, { usdtAmount, wei }: Gift): Promise<void> {
  const balance = BigInt(await rpc('eth_getBalance', [to, 'latest']))
  await rpc('anvil_setBalance', [to, toHex(balance + wei)])
  await sendContract(rpc, keeper, {
    address: usdt,
    abi: tetherUsdAbi,
    functionName: 'faucet',
    args: [to, usdtAmount],
  })
}

/** A slot of an address without a key: holds the id of the snapshot that `reset` goes back to. */
const bookmark = ['0xba11a570000000000000000000000000000000aa', `0x${'0'.repeat(64)}`] as const

/**
 * Remembers the present state for `reset`. The id is written into the state before it is taken: going back deletes
 * every later snapshot, and leaves this note behind.
 */
export async function rememberState(rpc: Rpc): Promise<void> {
  const id = BigInt(await rpc('evm_snapshot')) + 1n
  await rpc('anvil_setStorageAt', [...bookmark, toHex(id, { size: 32 })])
  const taken = BigInt(await rpc('evm_snapshot'))
  if (taken !== id) throw new Error('Somebody else took a snapshot at the same time. Try again.')
}

/** Goes back to the state last remembered, time included. */
export async function reset(rpc: Rpc): Promise<void> {
  const id = BigInt(await rpc('eth_getStorageAt', [...bookmark, 'latest']))
  if (id === 0n || !(await rpc('evm_revert', [toHex(id)])))
    throw new Error('This chain has no state to go back to. Restart the devnet.')
  await rememberState(rpc)
}
