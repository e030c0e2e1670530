import type { Hex } from 'viem'

/** The contract that is called, and the calldata. */
export type Call = readonly [target: string, callData: string]

const word = (value: number | string) =>
  (typeof value === 'number' ? value.toString(16) : value).padStart(64, '0')

/**
 * The calldata of Multicall3's `aggregate3` for calls that may each fail. The head start, which asks first, has no room for
 * viem's encoder. Rounds nothing, throws nothing; addresses are 20 bytes.
 */
export function aggregate3(calls: readonly Call[]): Hex {
  // One call is its address, that it may fail, where its bytes are, how many, and they.
  const each = calls.map(([target, callData]) => {
    const digits = callData.slice(2)
    const padded = digits.padEnd(Math.ceil(digits.length / 64) * 64, '0')
    return word(target.slice(2).toLowerCase()) + word(1) + word(96) + word(digits.length / 2) + padded
  })
  let at = calls.length * 32
  const offsets = each.map((one) => {
    const offset = word(at)
    at += one.length / 2
    return offset
  })
  return `0x82ad56cb${word(32)}${word(calls.length)}${offsets.join('')}${each.join('')}`
}
