import type { Address, Hex } from 'viem'

import type { EthCall } from './rpc-methods'

/** One view call of many made together, and what the contract answered it. */
export type ViewCall = { readonly target: Address; readonly callData: Hex }
export type Answer = { readonly success: boolean; readonly returnData: Hex }

/** How many view calls travel as one eth_call. */
export type Carrier = {
  readonly most: number
  readonly encode: (calls: readonly ViewCall[]) => EthCall['Parameters'][0]
  /** The answers in order, or undefined if these bytes are not `count` answers. */
  readonly decode: (returned: Hex, count: number) => readonly Answer[] | undefined
}
