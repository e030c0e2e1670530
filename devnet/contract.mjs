/** Calling contracts through a bare RPC function; runs in Node and in the browser. */
import { decodeFunctionResult, encodeFunctionData } from 'viem'
import { receiptOf } from './rpc.mjs'

/**
 * @typedef {object} ContractCall
 * @property {`0x${string}`} address
 * @property {import('viem').Abi} abi
 * @property {string} functionName
 * @property {readonly unknown[]} [args]
 */

/** @param {ContractCall} call @returns {`0x${string}`} */
export function encode({ abi, functionName, args = [] }) {
  return encodeFunctionData({ abi, functionName, args })
}

/**
 * Reads from the newest block.
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {ContractCall} call
 * @returns {Promise<any>}
 */
export async function readContract(rpc, call) {
  const data = await rpc('eth_call', [{ to: call.address, data: encode(call) }, 'latest'])
  return decodeFunctionResult({ abi: call.abi, functionName: call.functionName, args: call.args ?? [], data })
}

/**
 * Sends from an unlocked account, and waits until it is mined. Throws what the contract says when it refuses.
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {`0x${string}`} from
 * @param {ContractCall} call
 */
export async function sendContract(rpc, from, call) {
  const hash = await rpc('eth_sendTransaction', [{ from, to: call.address, data: encode(call) }])
  // With a block time the transaction would wait for its turn.
  await rpc('evm_mine')
  const receipt = await receiptOf(rpc, hash)
  if (receipt.status !== '0x1') throw new Error(`${call.functionName} failed: ${hash}`)
  return receipt
}
