import fc from 'fast-check'
import { encodeFunctionData, getAddress, multicall3Abi, type Hex } from 'viem'
import { expect, it } from 'vitest'

import { aggregate3 } from './aggregate3'

const bytes = (least: number, most: number) =>
  fc
    .uint8Array({ minLength: least, maxLength: most })
    .map((list): Hex => `0x${Array.from(list, (byte) => byte.toString(16).padStart(2, '0')).join('')}`)

it('makes the calldata that viem makes', () => {
  const call = fc.record({
    target: bytes(20, 20).map((address) => getAddress(address)),
    callData: bytes(0, 100),
  })
  fc.assert(
    fc.property(fc.array(call, { maxLength: 8 }), (calls) => {
      const args = [calls.map((one) => ({ ...one, allowFailure: true }))] as const
      expect(aggregate3(calls.map(({ target, callData }) => [target, callData]))).toBe(
        encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args }),
      )
    }),
  )
})
