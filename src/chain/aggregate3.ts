import type { Address, Hex } from 'viem'

/** One view call of many made together, and what the contract answered it. */
export type ViewCall = { readonly target: Address; readonly callData: Hex }
export type Answer = { readonly success: boolean; readonly returnData: Hex }

/** The one function of Multicall3 that is used; viem's whole ABI would weigh on the first view. */
export const aggregate3Abi = [
  {
    type: 'function',
    name: 'aggregate3',
    stateMutability: 'view',
    inputs: [
      {
        name: 'calls',
        type: 'tuple[]',
        components: [
          { name: 'target', type: 'address' },
          { name: 'allowFailure', type: 'bool' },
          { name: 'callData', type: 'bytes' },
        ],
      },
    ],
    outputs: [
      {
        name: 'returnData',
        type: 'tuple[]',
        components: [
          { name: 'success', type: 'bool' },
          { name: 'returnData', type: 'bytes' },
        ],
      },
    ],
  },
] as const
