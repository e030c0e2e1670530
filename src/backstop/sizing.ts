import {
  capacityDown,
  poolShareAfterDown,
  proRataDown,
  requiredForUp,
  saleLimitDown,
  upfrontUsdtDown,
  warrantCountDown,
} from '../math/backstop'
import { worstOfStakeUp } from '../math/backstop-worst'
import { max, saturatingSubtract } from '../math/uint256'
import { payoutSymbol } from './enums'
import type { Terms } from './snapshot'
import { usdt } from '../math/tether'
import { t } from '../words/t'

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

/** A stake in the pool that it would be part of. USDT, 6 decimals. */
export type Stake = {
  readonly shares: bigint
  /** With it in it, and with as much as the series needs not to be cancelled. */
  readonly totalShares: bigint
  /** What is typed, else what the account has staked, else an example. */
  readonly kind: 'typed' | 'staked' | 'example'
  /** The pool is below its minimum: others have to stake the rest. */
  readonly isBelowMinimum: boolean
}

const exampleUsdt = 1_000_000_000n

/** The stake that a page speaks of. */
export function stakeInQuestion(terms: Terms, totalShares: bigint, mine: bigint, added: bigint): Stake {
  const kind = added > 0n ? 'typed' : mine > 0n ? 'staked' : 'example'
  const joining = kind === 'typed' ? added : kind === 'example' ? exampleUsdt : 0n
  const total = totalShares + joining
  const { minimumUsdt } = sizingMarks(terms)
  return {
    kind,
    shares: kind === 'staked' ? mine : joining,
    totalShares: max(total, minimumUsdt),
    isBelowMinimum: total < minimumUsdt,
  }
}

/** What a stake earns if the series sells in full: USDT value, and whole warrants, at least. rules.md B9, B10 */
export function earnedIfFull(terms: Terms, { shares, totalShares }: Stake) {
  const { saleLimitUsdt, upfrontIfFullUsdt } = poolPreview(terms, totalShares, shares)
  const warrants = warrantCountDown(saleLimitUsdt, BigInt(terms.warrantBps), terms.warrantParUsdt)
  return { upfrontUsdt: upfrontIfFullUsdt, warrants: proRataDown(warrants, shares, totalShares) }
}

/** The worst that can become of it. An upfront share in another asset is certain only once the treasury has paid it. */
export function worstOf(terms: Terms, { shares }: Stake) {
  const isCertain = payoutSymbol(terms.upfrontAsset) === 'USDT'
  return worstOfStakeUp(
    shares,
    BigInt(terms.coverageBps),
    terms.maxSaleUsdt,
    isCertain ? BigInt(terms.upfrontBps) : 0n,
    BigInt(terms.compensationBps),
  )
}

/** Of an amount added, what no Note will need: it is above what the cap leaves. USDT. rules.md B3, B5 */
export function surplusOf(terms: Terms, totalShares: bigint, added: bigint): bigint {
  return saturatingSubtract(added, leftToCap(terms, totalShares))
}

/** The same in words, in the form and in the review. */
export function surplusText(surplusUsdt: bigint): string {
  return t`${usdt(surplusUsdt)} of it is above the cap: it backs no Note, thins out what every staker earns, and waits until the sale is finalized unless it is taken back before staking closes.`
}
