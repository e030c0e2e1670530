import type { Hex } from 'viem'

import type { Packed } from './packed'

/** What the page tells the worker: first where its chain begins, then what is asked of its node. */
export type Told =
  | { readonly kind: 'begin'; readonly stateUrl: string; readonly chainId: number; readonly seed: Hex }
  | {
      readonly kind: 'ask'
      readonly id: number
      readonly method: string
      readonly params: readonly unknown[]
    }

/** What the worker says. */
export type Said =
  | { readonly kind: 'begun'; readonly contracts: Packed['contracts'] }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | {
      readonly kind: 'refusal'
      readonly id: number
      readonly error: { readonly code: number; readonly message: string; readonly data?: Hex | undefined }
    }
