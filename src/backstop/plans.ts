import type { Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import type { Network } from '../chain/config'
import { actOn, mergeFlows, planOf, recipientOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Act, Effect, Flow, Plan } from '../tx/plan/plan'
import { assetsOf, warrantOf } from './assets'
import { kinds } from './kinds'
import type { Kind } from './kinds'
import { seriesFacts } from './series-facts'
import { surplusText } from './sizing'
import type { Series } from './snapshot'
import { afterFee } from '../math/tether'
import type { TransferFee } from '../math/tether'
import { exactUsdt, usdt } from '../math/tether'
import { payout, poolShares } from './format'
import type { PayoutSymbol } from './enums'
import { plural, t } from '../words/t'

/** Who acts, where, and in which series. Everything a plan freezes besides its amounts. */
export type PlanContext = {
  readonly network: Pick<Network, 'chainId' | 'contracts'>
  readonly account: Address
  readonly series: Pick<Series, 'id' | 'name' | 'addresses' | 'terms'>
  readonly fee: TransferFee
}

function poolOf({ series }: PlanContext): Target {
  return {
    address: series.addresses.pool,
    label: t`Backstop pool of ${series.name}`,
    abi: backstopPoolAbi,
  }
}

/** A plan of this room. */
export function backstopPlan(
  context: PlanContext,
  kind: Kind,
  acts: readonly Act[],
  more: Partial<Pick<Plan, 'bounds' | 'title' | 'restsOn' | 'notes' | 'goesOn' | 'afterwards'>> = {},
): Plan {
  const { network, account, series } = context
  const { chainId } = network
  const restsOn = seriesFacts(network, series)
  return planOf({ kind, system: 'backstop', chainId, account, acts, restsOn, ...more })
}

/**
 * Stake USDT before the sale; the shares are bounded below by what arrives after Tether's fee. rules.md B2, U4
 * @param surplusUsdt what of it is above the cap, for the review
 */
export function stake(context: PlanContext, usdtAmount: bigint, surplusUsdt = 0n): Plan {
  const { USDT } = assetsOf(context.network)
  const minShares = afterFee(usdtAmount, context.fee)
  const { name } = context.series
  const act = actOn(poolOf(context), {
    title: t`Stake ${usdt(usdtAmount)} in ${name}`,
    functionName: 'stake',
    args: [usdtAmount, minShares],
    boundArgs: [1],
    spends: spendingBy(poolOf(context), USDT, usdtAmount),
    gives: [{ asset: USDT, amount: usdtAmount }],
    credits: [t`${poolShares(minShares)} in the pool of ${name}`],
    event: { name: 'Staked', args: { staker: context.account, usdtSent: usdtAmount, shares: minShares } },
  })
  return backstopPlan(context, kinds.stake, [act], {
    bounds: [{ label: t`Received, at least`, value: poolShares(minShares) }],
    ...(surplusUsdt > 0n && { notes: [surplusText(surplusUsdt)] }),
  })
}

/** Leave one to one before staking closes. rules.md B2 */
export function unstake(context: PlanContext, shares: bigint, to: Address = context.account): Plan {
  const act = actOn(poolOf(context), {
    title: t`Unstake ${usdt(shares)} from ${context.series.name}`,
    functionName: 'unstake',
    args: [shares, to],
    gets: [{ asset: assetsOf(context.network).USDT, amount: afterFee(shares, context.fee) }],
    event: { name: 'Unstaked', args: { staker: context.account, to, shares } },
    ...recipientOf(context.account, to),
  })
  return backstopPlan(context, kinds.unstake, [act])
}

function withdrawAct(context: PlanContext, usdtAmount: bigint, to: Address): Act {
  return actOn(poolOf(context), {
    title: t`Withdraw ${usdt(usdtAmount)} from ${context.series.name}`,
    functionName: 'withdraw',
    args: [usdtAmount, to],
    gets: [{ asset: assetsOf(context.network).USDT, amount: afterFee(usdtAmount, context.fee) }],
    event: { name: 'Withdrawn', args: { staker: context.account, to, usdtAmount } },
    ...recipientOf(context.account, to),
  })
}

/** Withdraw released USDT, all or a part of what is claimable. rules.md B7, B16 */
export function withdraw(context: PlanContext, usdtAmount: bigint, to: Address = context.account): Plan {
  return backstopPlan(context, kinds.withdraw, [withdrawAct(context, usdtAmount, to)])
}

/** Withdraw from several series, one act each; `parts` holds at least one. rules.md B7, B14 */
export function withdrawAll(parts: readonly [Part, ...Part[]], recipient?: Address): Plan {
  const acts = parts.map(({ context, usdtAmount }) =>
    withdrawAct(context, usdtAmount, recipient ?? context.account),
  )
  const total = parts.reduce((sum, { usdtAmount }) => sum + usdtAmount, 0n)
  return allPlan(parts, kinds.withdrawAll, acts, {
    title: t`Withdraw ${usdt(total)} from ${plural(parts.length, '{n} series', '{n} series')}`,
    afterwards: [
      t`${exactUsdt(total)} of your stake is withdrawn.`,
      t`What is still locked is released as the Notes shrink, at maturity at the latest. Each row says when that is.`,
    ],
  })
}

type Part = { readonly context: PlanContext; readonly usdtAmount: bigint }

/** One plan over several series; over one only, it is called what its act is. */
function allPlan(
  parts: readonly [{ readonly context: PlanContext }, ...{ readonly context: PlanContext }[]],
  kind: Kind,
  acts: readonly Act[],
  { title, afterwards }: { readonly title: string; readonly afterwards: readonly string[] },
): Plan {
  const restsOn = parts.flatMap(({ context: { network, series } }) => seriesFacts(network, series))
  return backstopPlan(parts[0].context, kind, acts, {
    restsOn,
    goesOn: true,
    afterwards,
    ...(parts.length > 1 && { title }),
  })
}

/** What `claim` pays a staker, in base units; `upfront` in base units of the payout asset. */
export type Claim = {
  readonly usdtAmount: bigint
  readonly upfront: bigint
  readonly upfrontAsset: PayoutSymbol
  readonly warrants: bigint
  readonly mstrAmount: bigint
  readonly btcAmount: bigint
}

/** Stakers per `allocateWarrants` call: about 3 million gas, a tenth of a block. */
export const RANKING_BATCH = 100

function rankingActs(context: PlanContext, stakersInOrder: readonly Address[]): readonly Act[] {
  const batches = Math.ceil(stakersInOrder.length / RANKING_BATCH)
  return Array.from({ length: batches }, (_, index) => {
    const stakers = stakersInOrder.slice(index * RANKING_BATCH, (index + 1) * RANKING_BATCH)
    return actOn(poolOf(context), {
      title:
        batches > 1
          ? t`Allocate the warrants of ${context.series.name} (${index + 1} of ${batches})`
          : t`Allocate the warrants of ${context.series.name}`,
      functionName: 'allocateWarrants',
      args: [stakers],
      event: { name: 'WarrantsRanked', args: {} },
    })
  })
}

/** The event of `claim` that proves it: one of those it must emit. */
function claimEffect(
  context: PlanContext,
  to: Address,
  claim: Claim,
): { name: string; args: Effect['args'] } {
  const staker = context.account
  if (claim.mstrAmount > 0n || claim.btcAmount > 0n)
    return {
      name: 'CompensationClaimed',
      args: { staker, to, mstrAmount: claim.mstrAmount, btcAmount: claim.btcAmount },
    }
  if (claim.upfront > 0n) return { name: 'UpfrontClaimed', args: { staker, to, amount: claim.upfront } }
  if (claim.warrants > 0n) return { name: 'WarrantsClaimed', args: { staker, to, warrants: claim.warrants } }
  return { name: 'Withdrawn', args: { staker, to, usdtAmount: claim.usdtAmount } }
}

function claimFlows(context: PlanContext, claim: Claim): readonly Flow[] {
  const assets = assetsOf(context.network)
  // Tether takes its fee from every transfer by itself, so it is subtracted before the two are added up.
  const upfront = claim.upfrontAsset === 'USDT' ? afterFee(claim.upfront, context.fee) : claim.upfront
  return mergeFlows([
    { asset: assets.USDT, amount: afterFee(claim.usdtAmount, context.fee) },
    { asset: assets[claim.upfrontAsset], amount: upfront },
    { asset: warrantOf(context.series.addresses.warrant), amount: claim.warrants > 0n ? 1n : 0n },
    { asset: assets.MSTR, amount: claim.mstrAmount },
    { asset: assets.BTC, amount: claim.btcAmount },
  ])
}

/** A Warrant NFT is one, whatever number of warrants it stands for. rules.md B10 */
function creditsOf({ series }: PlanContext, warrants: bigint): Pick<Act, 'credits'> {
  if (warrants === 0n) return {}
  const par = exactUsdt(warrants * series.terms.warrantParUsdt)
  return { credits: [t`${plural(warrants, '{n} warrant', '{n} warrants')} in that NFT, ${par} par`] }
}

/**
 * Everything a series owes a staker, in one call. `stakersInOrder` are those whose warrants still have to be ranked
 * before anybody's can be claimed; empty when that is done. rules.md B8–B10, B13, B16
 */
export function claim(
  context: PlanContext,
  due: Claim,
  options: { readonly to?: Address; readonly stakersInOrder?: readonly Address[] } = {},
): Plan {
  const act = claimAct(context, due, options.to ?? context.account)
  return backstopPlan(context, kinds.claim, [...rankingActs(context, options.stakersInOrder ?? []), act])
}

function claimAct(context: PlanContext, due: Claim, to: Address): Act {
  return actOn(poolOf(context), {
    title: t`Claim from ${context.series.name}`,
    functionName: 'claim',
    args: [to],
    gets: claimFlows(context, due),
    ...creditsOf(context, due.warrants),
    event: claimEffect(context, to, due),
    ...recipientOf(context.account, to),
  })
}

/** What one series owes; `stakersInOrder` as in `claim`. */
export type ClaimPart = {
  readonly context: PlanContext
  readonly due: Claim
  readonly stakersInOrder?: readonly Address[]
}

/** Everything that several series owe a staker, one after the other; `parts` holds at least one. rules.md B8–B10, B13, B14 */
export function claimAll(parts: readonly [ClaimPart, ...ClaimPart[]]): Plan {
  const acts = parts.flatMap(({ context, due, stakersInOrder = [] }) => [
    ...rankingActs(context, stakersInOrder),
    claimAct(context, due, context.account),
  ])
  return allPlan(parts, kinds.claimAll, acts, {
    title: t`Claim from ${plural(parts.length, '{n} series', '{n} series')}`,
    afterwards: [
      t`All that was claimable is claimed.`,
      t`What comes next in each series, and when, stands in its row.`,
    ],
  })
}

/** The upfront share alone. rules.md B9 */
export function claimUpfront(
  context: PlanContext,
  amount: bigint,
  asset: PayoutSymbol,
  to: Address = context.account,
): Plan {
  const arrives = asset === 'USDT' ? afterFee(amount, context.fee) : amount
  const act = actOn(poolOf(context), {
    title: t`Claim ${payout(amount, asset)} upfront share from ${context.series.name}`,
    functionName: 'claimUpfront',
    args: [to],
    gets: [{ asset: assetsOf(context.network)[asset], amount: arrives }],
    event: { name: 'UpfrontClaimed', args: { staker: context.account, to, amount } },
    ...recipientOf(context.account, to),
  })
  return backstopPlan(context, kinds.claimUpfront, [act])
}

/** The warrants alone, once they are allocated: one NFT. rules.md B10 */
export function claimWarrants(context: PlanContext, warrants: bigint, to: Address = context.account): Plan {
  const act = actOn(poolOf(context), {
    title: t`Claim ${plural(warrants, '{n} warrant', '{n} warrants')} from ${context.series.name}`,
    functionName: 'claimWarrants',
    args: [to],
    gets: [{ asset: warrantOf(context.series.addresses.warrant), amount: 1n }],
    ...creditsOf(context, warrants),
    event: { name: 'WarrantsClaimed', args: { staker: context.account, to, warrants } },
    ...recipientOf(context.account, to),
  })
  return backstopPlan(context, kinds.claimWarrants, [act])
}

/** The compensation alone: MSTR and BTC. rules.md B13 */
export function claimCompensation(
  context: PlanContext,
  { mstrAmount, btcAmount }: Pick<Claim, 'mstrAmount' | 'btcAmount'>,
  to: Address = context.account,
): Plan {
  const { MSTR, BTC } = assetsOf(context.network)
  const act = actOn(poolOf(context), {
    title: t`Claim the compensation from ${context.series.name}`,
    functionName: 'claimCompensation',
    args: [to],
    gets: mergeFlows([
      { asset: MSTR, amount: mstrAmount },
      { asset: BTC, amount: btcAmount },
    ]),
    event: { name: 'CompensationClaimed', args: { staker: context.account, to, mstrAmount, btcAmount } },
    ...recipientOf(context.account, to),
  })
  return backstopPlan(context, kinds.claimCompensation, [act])
}
