import { concatHex, numberToHex, size, slice, type Address, type Hex } from 'viem'

import type { Answer, Carrier, ViewCall } from './carrier'

/**
 * For chains without Multicall3: the eth_call carries init code that makes the calls and returns all answers. Each
 * answer is two words (success, length) and the bytes. A returned program may not exceed 24,576 bytes (EIP-170) and
 * init code 49,152 (EIP-3860): what does not fit is asked for in halves.
 */
export const deployless: Carrier = {
  most: 40,
  encode: (calls) => ({ data: toProgram(calls) }),
  decode(returned, count) {
    try {
      return split(returned, count)
    } catch {
      return undefined
    }
  },
}

const push3 = (value: number) => concatHex(['0x62', numberToHex(value, { size: 3 })])
/** RETURN(0, p): p is what stays on the stack. */
const END: Hex = '0x6000f3'

function toProgram(calls: readonly ViewCall[]): Hex {
  const steps = (dataStart: number): Hex => {
    let offset = dataStart
    return concatHex([
      '0x6000', // p = 0, where the next answer is written
      ...calls.map(({ target, callData }) => {
        const step = callStep(target, size(callData), offset)
        offset += size(callData)
        return step
      }),
      END,
    ])
  }
  // Every step has the same length wherever the data starts.
  const program = steps(size(steps(0)))
  return concatHex([program, ...calls.map(({ callData }) => callData)])
}

/** With p on the stack: calls the target with the calldata at `offset` of this code, leaves the next p. */
function callStep(target: Address, length: number, offset: number): Hex {
  return concatHex([
    ...[push3(length), push3(offset), '0x82', '0x39'], // CODECOPY(p, offset, length)
    ...['0x6000', '0x6000', push3(length), '0x83', '0x73', target, '0x5a', '0xfa'], // STATICCALL(gas, target, p, length, 0, 0)
    ...['0x81', '0x52'], // MSTORE(p, success)
    ...['0x3d', '0x81', '0x602001', '0x52'], // MSTORE(p + 32, RETURNDATASIZE)
    ...['0x3d', '0x6000', '0x82', '0x604001', '0x3e'], // RETURNDATACOPY(p + 64, 0, RETURNDATASIZE)
    ...['0x3d', '0x01', '0x604001'], // p += RETURNDATASIZE + 64
  ] as Hex[])
}

function split(returned: Hex, count: number): Answer[] {
  const answers: Answer[] = []
  let at = 0
  const take = (length: number): Hex => {
    if (length === 0) return '0x'
    const bytes = slice(returned, at, at + length, { strict: true })
    at += length
    return bytes
  }
  for (let index = 0; index < count; index++) {
    const success = BigInt(take(32)) === 1n
    // A length within one eth_call answer always fits.
    const length = parseInt(take(32), 16)
    answers.push({ success, returnData: take(length) })
  }
  if (at !== size(returned)) throw new Error('The answer is longer than its parts.')
  return answers
}
