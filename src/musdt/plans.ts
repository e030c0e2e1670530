import type { Abi, Address } from 'viem'

import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import type { Network } from '../chain/config'
import { displayDateTime } from '../math/time'
import { actOn, answered, flow, ownedBy, planOf, recipientOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Act, Asset, Effect, Fact, Plan, Unbounded } from '../tx/plan/plan'
import { feedAbi, gTokenAbi } from './gtoken-abi'
import { kinds } from './kinds'
import type { Kind } from './kinds'
import type { VaultIdentity, VaultState } from './snapshot'
import { vaultFacts } from './vault-facts'
import { afterSlippageDown } from '../math/slippage'
import type { MintTerms, SlippageBps } from './view'
import { amountText, exactText } from '../math/amount'
import { DAY_SECONDS } from '../math/units'
import { plural, t } from '../words/t'

/** Who acts, and on which vault. Everything a plan freezes besides its amounts. */
export type PlanContext = {
  readonly network: Pick<Network, 'chainId'>
  readonly account: Address
  readonly identity: VaultIdentity
  readonly kind: VaultState['kind']
}

/** What a person accepts to change until the transaction is included. Only our vault keeps it: a GToken has no bounds. */
export type Bounds = {
  readonly slippageBps: SlippageBps
  /** Last unix second. */
  readonly deadline: bigint
  /** The price rises with each second: the bounds count instead of the unit. rules.md M7 */
  readonly isStreaming: boolean
}

/** Time to sign and be included, from the newest block on. */
export const DEADLINE_SECONDS = 1_200n

const vaultAbi = musdtVaultAbi as Abi
const nftAbi = musdtLockedNftAbi as Abi

function vaultOf({ identity }: PlanContext): Target {
  return { address: identity.address, label: t`mUSDT vault`, abi: vaultAbi }
}

/** A plan of this room; `facts` are those that only it rests on. */
function musdtPlan(
  { network, account, identity }: PlanContext,
  kind: Kind,
  acts: readonly Act[],
  bounds: Plan['bounds'] = [],
  facts: readonly Fact[] = [],
): Plan {
  const { chainId } = network
  const restsOn = [...vaultFacts(identity), ...facts]
  return planOf({ kind, system: 'musdt', chainId, account, acts, bounds, restsOn })
}

function nftOf({ nft }: VaultIdentity): Extract<Asset, { kind: 'erc721' }> {
  return { kind: 'erc721', address: nft, symbol: 'mNFT' }
}

/** What a GToken takes no bound for: the figure, and the argument of which of its events tells what it became. */
function withoutBound(
  { kind, identity }: PlanContext,
  figure: Pick<Unbounded, 'label' | 'expected' | 'asset' | 'argument'>,
  eventName: 'Deposit' | 'Withdraw' | 'WithdrawRequested',
  args: Effect['args'],
): Pick<Act, 'unbounded'> {
  if (kind === 'ours') return {}
  return { unbounded: { ...figure, event: { address: identity.address, abi: vaultAbi, eventName, args } } }
}

/** The figure of a mint: how many shares it makes. */
function sharesOf(label: string, asset: VaultIdentity['share'], { shares }: MintTerms) {
  return { label, expected: shares, asset, argument: 'shares' }
}

function until({ deadline }: Pick<Bounds, 'deadline'>) {
  return { label: t`Not after`, value: displayDateTime(deadline) }
}

/** The snapshot of the supply of a GToken, taken before a mint that needs its room. rules.md M7 */
function renewCapAct(context: PlanContext): Act {
  return actOn(vaultOf(context), {
    title: t`Renew the daily cap`,
    functionName: 'tryUpdateCurrentMaxSupply',
    args: [],
    event: { name: 'CurrentMaxSupplyUpdated', args: {} },
  })
}

export type MintOptions = {
  /** What leaves the account; `terms.assets` is what the vault counts of it. */
  readonly assetsSent: bigint
  readonly bounds: Bounds
  /** The GToken's cap has to be renewed first. */
  readonly needsRenewal: boolean
}

/** Deposit at the price, without a lock. rules.md M1, M2, M7 */
export function mint(context: PlanContext, terms: MintTerms, options: MintOptions): Plan {
  const { assetsSent, bounds, needsRenewal } = options
  const { account, identity, kind } = context
  const { asset, share } = identity
  const minShares = afterSlippageDown(terms.shares, bounds.slippageBps)
  const isBounded = kind === 'ours'
  const deposited = { sender: account, owner: account, assets: terms.assets }
  const figure = sharesOf(t`${share.symbol} minted`, share, terms)
  const act = actOn(vaultOf(context), {
    title: t`Mint mUSDT with ${amountText(assetsSent, asset)}`,
    functionName: 'deposit',
    args: isBounded ? [assetsSent, account, minShares, bounds.deadline] : [assetsSent, account],
    boundArgs: [2, 3],
    spends: spendingBy(vaultOf(context), asset, assetsSent),
    gives: [flow(asset, assetsSent)],
    gets: [flow(share, terms.shares, bounds.isStreaming ? minShares : undefined)],
    event: { name: 'Deposit', args: deposited },
    ...withoutBound(context, figure, 'Deposit', deposited),
  })
  return musdtPlan(
    context,
    kinds.mint,
    needsRenewal ? [renewCapAct(context), act] : [act],
    isBounded
      ? [{ label: t`${share.symbol}, at least`, value: exactText(minShares, share) }, until(bounds)]
      : [],
  )
}

/** Deposit with a discount and lock the shares; an mNFT arrives. rules.md M2–M5, M7 */
export function lockMint(context: PlanContext, terms: MintTerms, options: MintOptions): Plan {
  const { assetsSent, bounds, needsRenewal } = options
  const { account, identity, kind } = context
  const { asset, share, address } = identity
  const minShares = afterSlippageDown(terms.shares, bounds.slippageBps)
  const isBounded = kind === 'ours'
  const { lockSeconds } = terms
  // The shares go to the vault: only its event tells how many.
  const deposited = { sender: account, owner: address, assets: terms.assets }
  const figure = sharesOf(t`${share.symbol} locked`, share, terms)
  const act = actOn(vaultOf(context), {
    title: t`Mint with ${amountText(assetsSent, asset)} and lock for ${plural(lockSeconds / DAY_SECONDS, '{n} day', '{n} days')}`,
    functionName: 'depositWithDiscountAndLock',
    boundArgs: [3, 4],
    args: isBounded
      ? [assetsSent, lockSeconds, account, minShares, bounds.deadline]
      : [assetsSent, lockSeconds, account],
    spends: spendingBy(vaultOf(context), asset, assetsSent),
    gives: [flow(asset, assetsSent)],
    gets: [flow(nftOf(identity), 1n)],
    event: { name: 'DepositLocked', args: { sender: account, owner: account } },
    rehearsed: {
      address,
      abi: vaultAbi,
      eventName: 'Deposit',
      args: { ...deposited, ...(!bounds.isStreaming && { shares: terms.shares }) },
    },
    ...withoutBound(context, figure, 'Deposit', deposited),
  })
  return musdtPlan(
    context,
    kinds.lockMint,
    needsRenewal ? [renewCapAct(context), act] : [act],
    isBounded
      ? [{ label: t`${share.symbol} locked, at least`, value: exactText(minShares, share) }, until(bounds)]
      : [],
  )
}

/** Renew the daily cap of a GToken: anyone may. rules.md M7 */
export function renewCap(context: PlanContext): Plan {
  return musdtPlan(context, kinds.renewCap, [renewCapAct(context)])
}

/**
 * Begin the next epoch of a GToken, which its feed lets anyone do when it is due: price and collateralization follow the
 * PnL only then. Asked for by the feed itself, because the vault's own poke swallows what goes wrong within.
 */
export function beginEpoch(context: PlanContext, feed: Address, nextEpoch: bigint): Plan {
  const { address } = context.identity
  const act = actOn(
    { address: feed, label: t`Feed of the mUSDT vault`, abi: feedAbi },
    {
      title: t`Begin epoch ${nextEpoch}`,
      functionName: 'forceNewEpoch',
      args: [],
      event: {
        name: 'AccPnlPerTokenUsedUpdated',
        args: { newEpoch: nextEpoch },
        of: { address, abi: vaultAbi },
      },
    },
  )
  const told = answered(
    { address, abi: gTokenAbi },
    {
      means: t`The feed shown sets the rhythm of the vault’s epochs`,
      functionName: 'openTradesPnlFeed',
      args: [],
      expects: feed,
    },
  )
  return musdtPlan(context, kinds.beginEpoch, [act], [], [told])
}

/** Burn the mNFT after its lock; its shares arrive. rules.md M5, M6 */
export function unlock(context: PlanContext, lock: { readonly id: bigint; readonly shares: bigint }): Plan {
  const { account, identity } = context
  const act = actOn(vaultOf(context), {
    title: t`Unlock mNFT ${lock.id}`,
    functionName: 'unlockDeposit',
    args: [lock.id, account],
    gives: [flow(nftOf(identity), 1n)],
    gets: [flow(identity.share, lock.shares)],
    event: {
      name: 'DepositUnlocked',
      args: { sender: account, receiver: account, owner: account, depositId: lock.id },
    },
  })
  return musdtPlan(context, kinds.unlock, [act], [], [ownedBy(account, nftOf(identity), lock.id)])
}

/** Hand an mNFT over: the new owner will be the one who can unlock it. rules.md M5 */
export function transferLock(context: PlanContext, id: bigint, to: Address): Plan {
  const { account, identity } = context
  const nft: Target = { address: identity.nft, label: 'mNFT', abi: nftAbi }
  const act = actOn(nft, {
    title: t`Transfer mNFT ${id}`,
    functionName: 'safeTransferFrom',
    args: [account, to, id],
    gives: [flow(nftOf(identity), 1n)],
    gets: [flow(nftOf(identity), 1n)],
    event: { name: 'Transfer', args: { from: account, to, tokenId: id } },
    recipient: to,
  })
  return musdtPlan(context, kinds.transferLock, [act], [], [ownedBy(account, nftOf(identity), id)])
}

/** Ask for shares to become redeemable in `unlockEpoch`. rules.md M8 */
export function request(context: PlanContext, shares: bigint, unlockEpoch: bigint, deadline: bigint): Plan {
  const { account, identity, kind } = context
  const isBounded = kind === 'ours'
  const requested = { sender: account, owner: account, shares }
  const asShown = { ...requested, unlockEpoch }
  const eventName = 'WithdrawRequested'
  const figure = { label: t`Redeemable in epoch`, expected: unlockEpoch, argument: 'unlockEpoch' }
  const act = actOn(vaultOf(context), {
    title: t`Request ${amountText(shares, identity.share)} for epoch ${unlockEpoch}`,
    functionName: 'makeWithdrawRequest',
    args: isBounded ? [shares, account, unlockEpoch, deadline] : [shares, account],
    boundArgs: [2, 3],
    ...(isBounded && {
      credits: [t`${amountText(shares, identity.share)} to be redeemed in epoch ${unlockEpoch}`],
    }),
    // A GToken whose epoch begins in between takes the request for another epoch: it is made all the same.
    event: { name: eventName, args: isBounded ? asShown : requested },
    rehearsed: { address: identity.address, abi: vaultAbi, eventName, args: asShown },
    ...withoutBound(context, figure, eventName, requested),
  })
  return musdtPlan(
    context,
    kinds.request,
    [act],
    isBounded
      ? [{ label: t`Redeemable no later than`, value: t`Epoch ${unlockEpoch}` }, until({ deadline })]
      : [],
  )
}

/** Take a request back; its shares are free at once. rules.md M8 */
export function cancelRequest(context: PlanContext, shares: bigint, unlockEpoch: bigint): Plan {
  const { account, identity } = context
  const act = actOn(vaultOf(context), {
    title: t`Cancel the request of ${amountText(shares, identity.share)} for epoch ${unlockEpoch}`,
    functionName: 'cancelWithdrawRequest',
    args: [shares, account, unlockEpoch],
    event: { name: 'WithdrawCanceled', args: { sender: account, owner: account, shares, unlockEpoch } },
  })
  return musdtPlan(context, kinds.cancelRequest, [act])
}

export type RedeemOptions = {
  /** What the price gives for the shares. */
  readonly assets: bigint
  /** What arrives of it, after a transfer fee. */
  readonly arrives: bigint
  readonly to: Address
  readonly bounds: Bounds
}

/** Burn shares at the price: requested for this epoch, or at once where the exit is instant. rules.md M1, M8 */
export function redeem(
  context: PlanContext,
  shares: bigint,
  { assets, arrives, to, bounds }: RedeemOptions,
): Plan {
  const { account, identity, kind } = context
  const { asset, share } = identity
  const isBounded = kind === 'ours'
  const minAssets = afterSlippageDown(assets, bounds.slippageBps)
  const redeemed = { sender: account, receiver: to, owner: account, shares }
  // Tether takes its fee from what the vault pays, and may change it: the vault's bound is on what it pays.
  const paid =
    arrives < assets ? t`${asset.symbol} paid out before Tether’s fee` : t`${asset.symbol} paid out`
  const figure = { label: paid, expected: assets, asset, argument: 'assets' }
  const act = actOn(vaultOf(context), {
    title: t`Redeem ${amountText(shares, share)}`,
    functionName: 'redeem',
    args: isBounded ? [shares, to, account, minAssets, bounds.deadline] : [shares, to, account],
    boundArgs: [3, 4],
    gives: [flow(share, shares)],
    gets: [flow(asset, arrives, bounds.isStreaming ? arrives : undefined)],
    event: { name: 'Withdraw', args: redeemed },
    ...withoutBound(context, figure, 'Withdraw', redeemed),
    ...recipientOf(context.account, to),
  })
  return musdtPlan(
    context,
    kinds.redeem,
    [act],
    isBounded ? [{ label: t`${paid}, at least`, value: exactText(minAssets, asset) }, until(bounds)] : [],
  )
}
