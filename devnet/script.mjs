/** Writes a chain's history block by block: what is sent, from whom, and at which second are all chosen. */
import { decodeErrorResult, decodeEventLog } from 'viem'
import { encode } from './contract.mjs'

/**
 * @typedef {object} Call A contract call by an unlocked account.
 * @property {`0x${string}`} from
 * @property {`0x${string}`} address
 * @property {import('viem').Abi} abi
 * @property {string} functionName
 * @property {readonly unknown[]} args
 */
/** @typedef {{ from: `0x${string}`, data: `0x${string}`, label: string }} Creation */
/** @typedef {{ status: string, logs: { address: string, data: `0x${string}`, topics: [`0x${string}`] }[] }} Receipt */

/** Nobody estimates: an estimate would see the state before the block. */
const GAS = { call: '0x2dc6c0', creation: '0x7a1200' }

/** What a call could not do, in the contract's words. @param {Call | Creation} call @param {unknown} error */
function explain(call, error) {
  const message = error instanceof Error ? error.message : `${error}`
  if (!('abi' in call)) return new Error(`Deploying ${call.label}: ${message}`)
  const data = /(0x[0-9a-f]{8,})/i.exec(message)?.[1]
  let reason = message
  try {
    const decoded = decodeErrorResult({ abi: call.abi, data: /** @type {`0x${string}`} */ (data) })
    reason = `${decoded.errorName}(${decoded.args?.join(', ') ?? ''})`
  } catch {
    // Not an error of this contract: the node's message stands.
  }
  return new Error(`${call.functionName}(${call.args.join(', ')}) from ${call.from}: ${reason}`)
}

/**
 * Mines one block at `at` (unix seconds) with `calls` in this order; every one must succeed. Automatic mining is off
 * afterwards.
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {number} at
 * @param {readonly (Call | Creation)[]} calls
 * @returns {Promise<Receipt[]>}
 */
export async function mineBlock(rpc, at, calls) {
  await rpc('evm_setAutomine', [false])
  for (const call of calls) {
    const transaction =
      'abi' in call
        ? { from: call.from, to: call.address, data: encode(call), gas: GAS.call }
        : { from: call.from, data: call.data, gas: GAS.creation }
    await rpc('eth_sendTransaction', [transaction])
  }
  await rpc('evm_mine', [at])
  // In the order of the calls: the chain mines what came first, first.
  /** @type {Receipt[]} */
  const receipts = await rpc('eth_getBlockReceipts', ['latest'])
  for (const [index, call] of calls.entries()) {
    const receipt = receipts[index]
    if (receipt?.status === '0x1') continue
    const to = 'abi' in call ? { to: call.address, data: encode(call) } : { data: call.data }
    const error = await rpc('eth_call', [{ from: call.from, ...to }, 'latest']).catch((reason) => reason)
    throw explain(call, receipt === undefined ? 'not mined: the block is full' : error)
  }
  return receipts
}

/**
 * Arguments of the first event `eventName` of `abi` in a receipt.
 * @param {Receipt | undefined} receipt
 * @param {import('viem').Abi} abi
 * @param {string} eventName
 * @returns {any}
 */
export function eventIn(receipt, abi, eventName) {
  for (const { data, topics } of receipt?.logs ?? []) {
    try {
      const event = decodeEventLog({ abi, data, topics })
      if (event.eventName === eventName) return event.args
    } catch {
      // Not an event of this contract.
    }
  }
  throw new Error(`No ${eventName} in the receipt.`)
}
