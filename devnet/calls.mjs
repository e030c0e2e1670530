/** Contract calls for a chain's history, by the contract's name. */
import { artifact } from './artifacts.mjs'

/** @typedef {`0x${string}`} Address */
/** @typedef {import('./script.mjs').Call} Call */
/**
 * @typedef {object} Block One block of the history, put in order of time once all are written down.
 * @property {number} at Unix seconds.
 * @property {() => Call[] | Promise<Call[]>} calls Asked when its time has come.
 * @property {(receipts: import('./script.mjs').Receipt[]) => void} [then]
 */

/** A whole amount in USDT's units (6 decimals). @param {number} whole */
export const usdt = (whole) => BigInt(whole) * 1_000_000n

/**
 * @param {Address} from
 * @param {string} contract Name of the contract.
 * @param {Address} address
 * @param {string} functionName
 * @param {readonly unknown[]} [args]
 * @returns {Call}
 */
export function call(from, contract, address, functionName, args = []) {
  return { from, address, abi: artifact(contract).abi, functionName, args }
}

/**
 * USDT arrives from outside and is approved to be spent at once.
 * @param {Address} token
 * @param {Address} from
 * @param {Address} spender
 * @param {bigint} amount
 */
export function bring(token, from, spender, amount) {
  return [
    call(from, 'TetherUSD', token, 'faucet', [from, amount]),
    call(from, 'TetherUSD', token, 'approve', [spender, amount]),
  ]
}
