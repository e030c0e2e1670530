import type { SiloState } from '../math/silos-state'
import type { Terms } from './snapshot'

/** By the contract's numbers of them. */
export function valuesOf(
  { parameters: p }: SiloState,
  terms: Terms | undefined,
): readonly (readonly [number, bigint])[] {
  return [
    [0, p.latchMinSupply],
    [1, p.feedHeartbeatSeconds],
    [2, p.dexHeartbeatSeconds],
    [3, p.usdcHeartbeatSeconds],
    [4, p.maxDeviationBps],
    [5, p.slippageBps],
    [6, p.xtzSpreadBps],
    [8, p.depegBps],
    [9, p.cycleSeconds],
    [10, p.repeatSeconds],
    ...(terms
      ? ([
          [7, terms.feedThresholdBps],
          [11, terms.voteSeconds],
          [12, terms.delaySeconds],
        ] as const)
      : []),
  ]
}
