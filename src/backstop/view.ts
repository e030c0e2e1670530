import { knownValue } from '../math/reading'
import type { Claim } from './plans'
import type { Position, Series, SeriesState, Terms } from './snapshot'
import { usdt } from '../math/tether'
import { payoutSymbol, phaseOf } from './enums'
import { btc, mstr, payout } from './format'
import type { Phase } from './enums'
import { plural, t } from '../words/t'

/** A sum that says when something in it is missing: an incomplete total is never shown as the total. */
export type Total = { readonly value: bigint; readonly isComplete: boolean }

export function totalOf(parts: readonly (bigint | undefined)[]): Total {
  return {
    value: parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n),
    isComplete: parts.every((part) => part !== undefined),
  }
}

/** Where every unit of a stake is. `staked` = `locked` + `used` + `withdrawn` + `claimable`. rules.md B7, B11 */
export type StakeSplit = {
  readonly staked: bigint
  readonly locked: bigint
  /** Spent on Notes at settlement; compensated in MSTR and BTC. */
  readonly used: bigint
  readonly released: bigint
  readonly withdrawn: bigint
  readonly claimable: bigint
}

export function stakeSplit(state: SeriesState, position: Position): StakeSplit {
  const held = position.shares - position.entitlementUsdt
  const isSettled = phaseOf(state) === 'Settled'
  return {
    staked: position.shares,
    locked: isSettled ? 0n : held,
    used: isSettled ? held : 0n,
    released: position.entitlementUsdt,
    withdrawn: position.withdrawnUsdt,
    claimable: position.claimableUsdt,
  }
}

/** What `claim` would pay the staker at this block. */
export function claimNow(terms: Terms, position: Position): Claim {
  return {
    usdtAmount: position.claimableUsdt,
    upfront: position.upfrontClaimable,
    upfrontAsset: payoutSymbol(terms.upfrontAsset),
    warrants: position.hasClaimedWarrants ? 0n : position.warrants,
    mstrAmount: position.mstrClaimable,
    btcAmount: position.btcClaimable,
  }
}

/** The parts of a claim in words, nothings left out. */
export function claimParts(claim: Claim): readonly string[] {
  return [
    claim.usdtAmount > 0n && usdt(claim.usdtAmount),
    claim.upfront > 0n && t`${payout(claim.upfront, claim.upfrontAsset)} upfront share`,
    claim.warrants > 0n && plural(claim.warrants, '{n} warrant', '{n} warrants'),
    claim.mstrAmount > 0n && mstr(claim.mstrAmount),
    claim.btcAmount > 0n && btc(claim.btcAmount),
  ].filter((part) => part !== false)
}

/** What several claims pay together, by asset: an upfront share counts as what it is paid in. */
export function claimTotal(claims: readonly Claim[]): Claim {
  const sum = (pick: (claim: Claim) => bigint) => claims.reduce((total, claim) => total + pick(claim), 0n)
  const upfrontIn = (asset: Claim['upfrontAsset']) =>
    sum(({ upfront, upfrontAsset }) => (upfrontAsset === asset ? upfront : 0n))
  return {
    usdtAmount: sum(({ usdtAmount }) => usdtAmount) + upfrontIn('USDT'),
    upfront: 0n,
    upfrontAsset: 'USDT',
    warrants: sum(({ warrants }) => warrants),
    mstrAmount: sum(({ mstrAmount }) => mstrAmount) + upfrontIn('MSTR'),
    btcAmount: sum(({ btcAmount }) => btcAmount) + upfrontIn('BTC'),
  }
}

export function isNothing(claim: Claim): boolean {
  return (
    claim.usdtAmount === 0n &&
    claim.upfront === 0n &&
    claim.warrants === 0n &&
    claim.mstrAmount === 0n &&
    claim.btcAmount === 0n
  )
}

/** Where something can have been released first; claiming does not move a series. */
const phaseOrder: readonly Phase[] = [
  'Matured',
  'Tenor',
  'Settled',
  'Cancelled',
  'Sale',
  'Staking',
  'Announced',
]

/** Series the account has a stake in, or may have: unknown is not none. Those not known come first. */
export function stakedSeries(series: readonly Series[]): readonly Series[] {
  const rank = ({ state }: Series) => (state.isKnown ? phaseOrder.indexOf(phaseOf(state.value)) : -1)
  return series
    .filter(({ position }) => {
      const shares = position && knownValue(position)?.shares
      return shares === undefined || shares > 0n
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Of the series an account has a stake in, all are read with every block: nobody else can make them many. */
export function idsStaked(series: readonly Series[]): readonly number[] {
  return series.flatMap(({ id, position }) => ((knownValue(position)?.shares ?? 0n) > 0n ? [id] : []))
}

export function splitOf({ state, position }: Series): StakeSplit | undefined {
  return state.isKnown && position?.isKnown ? stakeSplit(state.value, position.value) : undefined
}
