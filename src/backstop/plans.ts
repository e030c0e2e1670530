import type { Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import type { Network } from '../chain/config'
import { actOn, mergeFlows, planOf, recipientOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Act, Effect, Flow, Plan } from '../tx/plan/plan'
import { assetsOf, warrantOf } from './assets'
import type { SeriesAddresses } from './snapshot'
import { afterFee } from '../math/tether'
import type { TransferFee } from '../math/tether'
import { exactUsdt, usdt } from '../math/tether'
import { payout } from './format'
import type { PayoutSymbol } from './enums'

/** Who acts, where, and in which series. Everything a plan freezes besides its amounts. */
export type PlanContext = {
  readonly network: Pick<Network, 'chainId' | 'contracts'>
  readonly account: Address
  readonly series: { readonly name: string; readonly addresses: SeriesAddresses }
  readonly fee: TransferFee
}

function poolOf({ series }: PlanContext): Target {
  return {
    address: series.addresses.pool,
    label: `Backstop pool of ${series.name}`,
    abi: backstopPoolAbi,
  }
}

/** A plan of this room. */
export function backstopPlan(
  context: PlanContext,
  verb: string,
  acts: readonly Act[],
  more: Partial<Pick<Plan, 'bounds' | 'title'>> = {},
): Plan {
  const { network, account } = context
  const { chainId } = network
  return planOf({ kind: `backstop.${verb}`, system: 'backstop', chainId, account, acts, ...more })
}

/** Stake USDT before the sale; the shares are bounded below by what arrives after Tether's fee. rules.md B2, U4 */
export function stake(actor: PlanContext, usdtAmount: bigint): Plan {
  const { USDT } = assetsOf(actor.network)
  const minShares = afterFee(usdtAmount, actor.fee)
  const { name } = actor.series
  const act = actOn(poolOf(actor), {
    title: `Stake ${usdt(usdtAmount)} in ${name}`,
    functionName: 'stake',
    args: [usdtAmount, minShares],
    boundArgs: [1],
    spends: spendingBy(poolOf(actor), USDT, usdtAmount),
    gives: [{ asset: USDT, amount: usdtAmount }],
    event: { name: 'Staked', args: { staker: actor.account, usdtSent: usdtAmount, shares: minShares } },
  })
  return backstopPlan(actor, 'stake', [act], {
    bounds: [{ label: 'Pool shares, at least', value: exactUsdt(minShares) }],
  })
}

/** Leave one to one before staking closes. rules.md B2 */
export function unstake(actor: PlanContext, shares: bigint, to: Address = actor.account): Plan {
  const act = actOn(poolOf(actor), {
    title: `Unstake ${usdt(shares)} from ${actor.series.name}`,
    functionName: 'unstake',
    args: [shares, to],
    gets: [{ asset: assetsOf(actor.network).USDT, amount: afterFee(shares, actor.fee) }],
    event: { name: 'Unstaked', args: { staker: actor.account, to, shares } },
    ...recipientOf(actor.account, to),
  })
  return backstopPlan(actor, 'unstake', [act])
}

function withdrawAct(actor: PlanContext, usdtAmount: bigint, to: Address): Act {
  return actOn(poolOf(actor), {
    title: `Withdraw ${usdt(usdtAmount)} from ${actor.series.name}`,
    functionName: 'withdraw',
    args: [usdtAmount, to],
    gets: [{ asset: assetsOf(actor.network).USDT, amount: afterFee(usdtAmount, actor.fee) }],
    event: { name: 'Withdrawn', args: { staker: actor.account, to, usdtAmount } },
    ...recipientOf(actor.account, to),
  })
}

/** Withdraw released USDT, all or a part of what is claimable. rules.md B7, B16 */
export function withdraw(actor: PlanContext, usdtAmount: bigint, to: Address = actor.account): Plan {
  return backstopPlan(actor, 'withdraw', [withdrawAct(actor, usdtAmount, to)])
}

/** Withdraw from several series, one act each; `parts` holds at least one. rules.md B7, B14 */
export function withdrawAll(parts: readonly [Part, ...Part[]], recipient?: Address): Plan {
  const acts = parts.map(({ actor, usdtAmount }) =>
    withdrawAct(actor, usdtAmount, recipient ?? actor.account),
  )
  const total = parts.reduce((sum, { usdtAmount }) => sum + usdtAmount, 0n)
  const title = parts.length === 1 ? undefined : `Withdraw ${usdt(total)} from ${parts.length} series`
  return backstopPlan(parts[0].actor, 'withdrawAll', acts, title === undefined ? {} : { title })
}

type Part = { readonly actor: PlanContext; readonly usdtAmount: bigint }

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
const RANKING_BATCH = 100

function rankingActs(actor: PlanContext, stakersInOrder: readonly Address[]): readonly Act[] {
  const batches = Math.ceil(stakersInOrder.length / RANKING_BATCH)
  return Array.from({ length: batches }, (_, index) => {
    const stakers = stakersInOrder.slice(index * RANKING_BATCH, (index + 1) * RANKING_BATCH)
    return actOn(poolOf(actor), {
      title: `Allocate the warrants of ${actor.series.name}${batches > 1 ? ` (${index + 1} of ${batches})` : ''}`,
      functionName: 'allocateWarrants',
      args: [stakers],
      event: { name: 'WarrantsRanked', args: {} },
    })
  })
}

/** The event of `claim` that proves it: one of those it must emit. */
function claimEffect(actor: PlanContext, to: Address, claim: Claim): { name: string; args: Effect['args'] } {
  const staker = actor.account
  if (claim.mstrAmount > 0n || claim.btcAmount > 0n)
    return {
      name: 'CompensationClaimed',
      args: { staker, to, mstrAmount: claim.mstrAmount, btcAmount: claim.btcAmount },
    }
  if (claim.upfront > 0n) return { name: 'UpfrontClaimed', args: { staker, to, amount: claim.upfront } }
  if (claim.warrants > 0n) return { name: 'WarrantsClaimed', args: { staker, to, warrants: claim.warrants } }
  return { name: 'Withdrawn', args: { staker, to, usdtAmount: claim.usdtAmount } }
}

function claimFlows(actor: PlanContext, claim: Claim): readonly Flow[] {
  const assets = assetsOf(actor.network)
  // Tether takes its fee from every transfer by itself, so it is subtracted before the two are added up.
  const upfront = claim.upfrontAsset === 'USDT' ? afterFee(claim.upfront, actor.fee) : claim.upfront
  return mergeFlows([
    { asset: assets.USDT, amount: afterFee(claim.usdtAmount, actor.fee) },
    { asset: assets[claim.upfrontAsset], amount: upfront },
    { asset: warrantOf(actor.series.addresses.warrant), amount: claim.warrants > 0n ? 1n : 0n },
    { asset: assets.MSTR, amount: claim.mstrAmount },
    { asset: assets.BTC, amount: claim.btcAmount },
  ])
}

/**
 * Everything a series owes a staker, in one call. `stakersInOrder` are those whose warrants still have to be ranked
 * before anybody's can be claimed; empty when that is done. rules.md B8–B10, B13, B16
 */
export function claim(
  actor: PlanContext,
  due: Claim,
  options: { readonly to?: Address; readonly stakersInOrder?: readonly Address[] } = {},
): Plan {
  const to = options.to ?? actor.account
  const act = actOn(poolOf(actor), {
    title: `Claim from ${actor.series.name}`,
    functionName: 'claim',
    args: [to],
    gets: claimFlows(actor, due),
    event: claimEffect(actor, to, due),
    ...recipientOf(actor.account, to),
  })
  return backstopPlan(actor, 'claim', [...rankingActs(actor, options.stakersInOrder ?? []), act])
}

/** The upfront share alone. rules.md B9 */
export function claimUpfront(
  actor: PlanContext,
  amount: bigint,
  asset: PayoutSymbol,
  to: Address = actor.account,
): Plan {
  const arrives = asset === 'USDT' ? afterFee(amount, actor.fee) : amount
  const act = actOn(poolOf(actor), {
    title: `Claim ${payout(amount, asset)} upfront share from ${actor.series.name}`,
    functionName: 'claimUpfront',
    args: [to],
    gets: [{ asset: assetsOf(actor.network)[asset], amount: arrives }],
    event: { name: 'UpfrontClaimed', args: { staker: actor.account, to, amount } },
    ...recipientOf(actor.account, to),
  })
  return backstopPlan(actor, 'claimUpfront', [act])
}

/** The warrants alone, once they are allocated: one NFT. rules.md B10 */
export function claimWarrants(actor: PlanContext, warrants: bigint, to: Address = actor.account): Plan {
  const act = actOn(poolOf(actor), {
    title: `Claim ${warrants} warrants from ${actor.series.name}`,
    functionName: 'claimWarrants',
    args: [to],
    gets: [{ asset: warrantOf(actor.series.addresses.warrant), amount: 1n }],
    event: { name: 'WarrantsClaimed', args: { staker: actor.account, to, warrants } },
    ...recipientOf(actor.account, to),
  })
  return backstopPlan(actor, 'claimWarrants', [act])
}

/** The compensation alone: MSTR and BTC. rules.md B13 */
export function claimCompensation(
  actor: PlanContext,
  { mstrAmount, btcAmount }: Pick<Claim, 'mstrAmount' | 'btcAmount'>,
  to: Address = actor.account,
): Plan {
  const { MSTR, BTC } = assetsOf(actor.network)
  const act = actOn(poolOf(actor), {
    title: `Claim the compensation from ${actor.series.name}`,
    functionName: 'claimCompensation',
    args: [to],
    gets: mergeFlows([
      { asset: MSTR, amount: mstrAmount },
      { asset: BTC, amount: btcAmount },
    ]),
    event: { name: 'CompensationClaimed', args: { staker: actor.account, to, mstrAmount, btcAmount } },
    ...recipientOf(actor.account, to),
  })
  return backstopPlan(actor, 'claimCompensation', [act])
}
