import { erc20Abi, zeroHash, type Address, type Hex } from 'viem'

import { stbtMinterAbi } from '../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import { wstbtAbi } from '../../abis/WSTBT'
import type { Network } from '../chain/config'
import { amountText, exactText } from '../math/amount'
import { actOn, answered, decimalsOf, flow, planOf, spendingBy } from '../tx/plan/build'
import type { Target } from '../tx/plan/build'
import type { Act, Asset, Fact, Plan } from '../tx/plan/plan'
import { nameOf } from './coins'
import { kinds, type Kind } from './kinds'
import type { Operation } from './operation'
import { stbtUnit, wstbtUnit, type StbtAddresses } from './snapshot'
import type { Wrapping } from './wrap-view'
import { t } from '../words/t'

/** Who acts, and on which contracts. Everything a plan freezes besides its amounts. */
export type PlanContext = {
  readonly network: Pick<Network, 'chainId'>
  readonly account: Address
  readonly addresses: StbtAddresses
}

type Erc20 = Extract<Asset, { kind: 'erc20' }>

const stbtAsset = ({ stbt }: StbtAddresses): Erc20 => ({ kind: 'erc20', address: stbt, ...stbtUnit })
const wstbtAsset = ({ wstbt }: StbtAddresses): Erc20 => ({ kind: 'erc20', address: wstbt, ...wstbtUnit })
const wrapperOf = ({ wstbt }: StbtAddresses): Target => ({
  address: wstbt,
  label: 'wSTBT',
  abi: wstbtAbi,
})

/** A plan of this room; `restsOn` has what config.json does not name. */
function stbtPlan(
  { network, account }: PlanContext,
  kind: Kind,
  act: Act,
  restsOn: readonly Fact[] = [],
  bounds: Plan['bounds'] = [],
): Plan {
  return planOf({ kind, system: 'stbt', chainId: network.chainId, account, acts: [act], restsOn, bounds })
}

/** What a coin is called; one that goes by its address has no name that could be forged. trust.md D38 */
function namesOf({ address, symbol }: Erc20): readonly Fact[] {
  if (symbol === nameOf(address, undefined)) return []
  const means = t`The coin at ${address} is called ${symbol}`
  return [answered({ address, abi: erc20Abi }, { means, functionName: 'symbol', args: [], expects: symbol })]
}

/** Turns STBT into wSTBT, one for each share. What leaves is what the balance falls by. rules.md T14 */
export function wrap(context: PlanContext, { asked, leaves, arrives }: Wrapping): Plan {
  const { account, addresses } = context
  const stbt = stbtAsset(addresses)
  const act = actOn(wrapperOf(addresses), {
    title: t`Wrap ${amountText(asked, stbt)}`,
    functionName: 'wrap',
    args: [asked],
    spends: spendingBy(wrapperOf(addresses), stbt, asked),
    gives: [flow(stbt, leaves)],
    gets: [flow(wstbtAsset(addresses), arrives)],
    event: { name: 'Wrap', args: { sender: account, stbtAmount: asked } },
  })
  return stbtPlan(context, kinds.wrap, act)
}

/** Turns wSTBT back into STBT. What arrives is what the balance grows by. rules.md T14 */
export function unwrap(context: PlanContext, { asked, leaves, arrives }: Wrapping): Plan {
  const { account, addresses } = context
  const wstbt = wstbtAsset(addresses)
  const act = actOn(wrapperOf(addresses), {
    title: t`Unwrap ${amountText(asked, wstbt)}`,
    functionName: 'unwrap',
    args: [asked],
    gives: [flow(wstbt, leaves)],
    gets: [flow(stbtAsset(addresses), arrives)],
    event: { name: 'Unwrap', args: { sender: account, shares: asked } },
  })
  return stbtPlan(context, kinds.unwrap, act)
}

export type MintOrder = {
  readonly coin: Erc20
  /** Whether no code of ours knows its decimals. */
  readonly isForeign: boolean
  /** Units of the coin. */
  readonly deposit: bigint
  /** What the Minter will propose for it (18 decimals): the least that is accepted. */
  readonly proposed: bigint
  /** All coins with receivers and fees, as the Minter told. */
  readonly coinsInfo: readonly [readonly Address[], readonly bigint[]]
}

/** Deposits a coin and asks for STBT, which is issued days later. rules.md T6 */
export function mint(context: PlanContext, order: MintOrder): Plan {
  const { account, addresses } = context
  const { coin, isForeign, deposit, proposed, coinsInfo } = order
  const target: Target = { address: addresses.minter, label: t`Minter of STBT`, abi: stbtMinterAbi }
  const asked = { requestor: account, token: coin.address, proposeAmount: proposed }
  const act = actOn(target, {
    title: t`Deposit ${amountText(deposit, coin)} for STBT`,
    functionName: 'mint',
    // The Minter numbers requests, so that one salt for all makes no two of them the same.
    args: [coin.address, deposit, proposed, zeroHash, '0x'],
    boundArgs: [2],
    spends: spendingBy(target, coin, deposit),
    gives: [flow(coin, deposit)],
    credits: [t`${exactText(proposed, stbtUnit)} asked for, issued when the request is executed`],
    event: { name: 'Mint', args: { requestor: account, token: coin.address } },
    rehearsed: { address: target.address, abi: target.abi, eventName: 'Mint', args: asked },
  })
  const facts = [
    answered(target, {
      means: t`The Minter takes ${coin.symbol} at ${coin.address}, for the receiver and at the fee shown`,
      functionName: 'getCoinsInfo',
      args: [],
      expects: coinsInfo,
    }),
    ...(isForeign ? [decimalsOf(coin)] : []),
    ...namesOf(coin),
  ]
  return stbtPlan(context, kinds.mint, act, facts, [
    { label: t`STBT proposed, at least`, value: exactText(proposed, stbtUnit) },
  ])
}

export type RedeemOrder = {
  readonly coin: Erc20
  /** How the Minter pays in it, as it told: whether it divides, by what unit, and the least redemption. */
  readonly config: readonly [isDivided: boolean, unit: bigint, least: bigint]
  /** What is asked for, what the balance falls by (18 decimals), as a wrap has it. */
  readonly sending: Pick<Wrapping, 'asked' | 'leaves'>
  /** What leaving now means, in sentences. */
  readonly notes: readonly string[]
}

/** Gives STBT back; its burn is queued, and the issuer pays some days later. rules.md T6 */
export function redeem(context: PlanContext, { coin, config, sending, notes }: RedeemOrder): Plan {
  const { account, addresses } = context
  const { asked, leaves } = sending
  const stbt = stbtAsset(addresses)
  const target: Target = { address: addresses.minter, label: t`Minter of STBT`, abi: stbtMinterAbi }
  const act = actOn(target, {
    title: t`Redeem ${amountText(asked, stbt)} for ${coin.symbol}`,
    functionName: 'redeem',
    args: [asked, coin.address, zeroHash, '0x'],
    spends: spendingBy(target, stbt, asked),
    gives: [flow(stbt, leaves)],
    credits: [t`A request to be paid in ${coin.symbol}, which the issuer settles`],
    event: { name: 'Redeem', args: { requestor: account, token: coin.address } },
  })
  const facts = [
    answered(target, {
      means: t`The Minter pays redemptions in ${coin.symbol} at ${coin.address}, from the least shown on`,
      functionName: 'redeemConfigMap',
      args: [coin.address],
      expects: config,
    }),
    ...namesOf(coin),
  ]
  return { ...stbtPlan(context, kinds.redeem, act, facts), notes }
}

export type Execution = {
  readonly title: string
  readonly id: Hex
  readonly operation: Operation
  /** As the queue told it: from then on it can be executed. */
  readonly readyAt: bigint
  /** What the account's balance grows by (18 decimals); 0 where it is not its own issue. */
  readonly arrives: bigint
}

/** Executes what has waited in the queue. rules.md T7 */
export function execute(context: PlanContext, { title, id, operation, readyAt, arrives }: Execution): Plan {
  const { addresses } = context
  const target: Target = {
    address: addresses.timelock,
    label: t`Queue of STBT`,
    abi: stbtTimelockControllerAbi,
  }
  const act = actOn(target, {
    title,
    functionName: 'execute',
    args: [operation.target, 0n, operation.data, zeroHash, operation.salt],
    gets: arrives === 0n ? [] : [flow(stbtAsset(addresses), arrives)],
    event: { name: 'CallExecuted', args: { id } },
  })
  // The id is a hash of the call: a forged call is not in the queue.
  const fact = answered(target, {
    means: t`The request is in the queue, with this call`,
    functionName: 'getTimestamp',
    args: [id],
    expects: readyAt,
  })
  return stbtPlan(context, kinds.execute, act, [fact])
}
