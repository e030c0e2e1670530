import {
  capacityDown,
  poolShareAfterDown,
  proRataDown,
  requiredForUp,
  saleLimitDown,
  upfrontUsdtDown,
} from '../math/backstop'
import { saturatingSubtract } from '../math/uint256'
import type { Terms } from './snapshot'

/** The pool of a series and one staker's part in it, as it is or as it would be. USDT, 6 decimals. */
export type PoolPreview = {
  readonly shares: bigint
  readonly totalShares: bigint
  /** WAD: 1e18 is the whole pool. */
  readonly poolShareWad: bigint
  readonly capacityUsdt: bigint
  /** 0 when the stake is below the minimum: the series would be cancelled. */
  readonly saleLimitUsdt: bigint
  /** The staker's part of the upfront share if the series sells in full; USDT value. */
  readonly upfrontIfFullUsdt: bigint
}

/** `change` is what the staker adds (or takes, when negative). rules.md B2, B3, B9 */
export function poolPreview(terms: Terms, totalShares: bigint, shares: bigint, change = 0n): PoolPreview {
  const total = totalShares + change
  const mine = shares + change
  const coverageBps = BigInt(terms.coverageBps)
  const saleLimitUsdt = saleLimitDown(total, coverageBps, terms.minSaleUsdt, terms.maxSaleUsdt)
  return {
    shares: mine,
    totalShares: total,
    poolShareWad: poolShareAfterDown(mine, 0n, total),
    capacityUsdt: capacityDown(total, coverageBps),
    saleLimitUsdt,
    upfrontIfFullUsdt: proRataDown(upfrontUsdtDown(saleLimitUsdt, BigInt(terms.upfrontBps)), mine, total),
  }
}

/** Stake at which the series can sell its minimum, and its cap. Rounded up: one unit less is not enough. B3 */
export function sizingMarks(terms: Terms): { readonly minimumUsdt: bigint; readonly capUsdt: bigint } {
  const coverageBps = BigInt(terms.coverageBps)
  return {
    minimumUsdt: requiredForUp(terms.minSaleUsdt, coverageBps),
    capUsdt: requiredForUp(terms.maxSaleUsdt, coverageBps),
  }
}

/** Stake that could still back principal; what is staked beyond it is surplus from the start. USDT. rules.md B3 */
export function leftToCap(terms: Terms, totalShares: bigint): bigint {
  const { capUsdt } = sizingMarks(terms)
  return saturatingSubtract(capUsdt, totalShares)
}
