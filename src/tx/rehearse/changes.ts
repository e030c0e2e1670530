import { isAddressEqual, toEventSelector } from 'viem'
import type { Address, Hex } from 'viem'

import type { Asset, Flow, Plan } from '../plan/plan'
import type { RawLog } from './simulate'

/** What an account has more or less of: rehearsed, beside what the plan promises. Base units, signed. */
export type Change = {
  readonly holder: Address
  readonly asset: Asset
  readonly rehearsed: bigint
  readonly expected: bigint
  /** Where the amount moves with each second: from here on the plan accepts it. */
  readonly least?: bigint
}

/** Whether the chain does what the plan promises: to the unit, or as much as it accepts. */
export function agrees({ rehearsed, expected, least }: Omit<Change, 'holder' | 'asset'>): boolean {
  return least === undefined ? rehearsed === expected : rehearsed >= least
}

const transferTopic = toEventSelector('Transfer(address,address,uint256)')
/** Where nodes report moved ether as if it were a token (`traceTransfers`). */
const etherAddress: Address = '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee'

/** Names an asset; ether is one. */
export function assetKey(asset: Asset): string {
  return asset.kind === 'native' ? etherAddress : asset.address.toLowerCase()
}

/** The account, and everybody else who receives something by the plan. */
export function holdersOf(plan: Plan): readonly Address[] {
  const holders = [plan.account]
  for (const { recipient } of plan.acts) {
    if (recipient && !holders.some((holder) => isAddressEqual(holder, recipient))) holders.push(recipient)
  }
  return holders
}

/** Every asset the plan speaks of, once. */
export function assetsOf(plan: Plan): readonly Asset[] {
  const flows = plan.acts.flatMap(({ gives, gets }) => [...gives, ...gets])
  const tokens = plan.acts.flatMap(({ spends }) => (spends ? [spends.token] : []))
  const byKey = new Map<string, Asset>()
  for (const asset of [...flows.map((flow) => flow.asset), ...tokens]) byKey.set(assetKey(asset), asset)
  return [...byKey.values()]
}

/** What a plan's remaining acts should change, per holder and asset. What is given leaves the account; what is got reaches the recipient. */
export function expectedChange(
  plan: Plan,
  actIndexes: ReadonlySet<number>,
  holder: Address,
  asset: Asset,
): bigint {
  const key = assetKey(asset)
  const sum = (flows: readonly Flow[]) =>
    flows.reduce((total, flow) => (assetKey(flow.asset) === key ? total + flow.amount : total), 0n)
  return plan.acts.reduce((total, act, index) => {
    if (!actIndexes.has(index)) return total
    const leaves = isAddressEqual(holder, plan.account) ? sum(act.gives) : 0n
    const arrives = isAddressEqual(holder, act.recipient ?? plan.account) ? sum(act.gets) : 0n
    return total - leaves + arrives
  }, 0n)
}

/** The least of that change which the plan accepts; undefined where it has to be exact. */
export function leastChange(
  plan: Plan,
  actIndexes: ReadonlySet<number>,
  holder: Address,
  asset: Asset,
): bigint | undefined {
  const isIt = (flow: Flow) => assetKey(flow.asset) === assetKey(asset)
  const less = plan.acts.flatMap(({ gives, gets, recipient }, index) => {
    if (!actIndexes.has(index)) return []
    const given = isAddressEqual(holder, plan.account) ? gives.filter(isIt) : []
    const got = isAddressEqual(holder, recipient ?? plan.account) ? gets.filter(isIt) : []
    return [
      ...given.flatMap(({ amount, most }) => (most === undefined ? [] : [most - amount])),
      ...got.flatMap(({ amount, least }) => (least === undefined ? [] : [amount - least])),
    ]
  })
  if (less.length === 0) return undefined
  return less.reduce((rest, part) => rest - part, expectedChange(plan, actIndexes, holder, asset))
}

/** Net changes told by Transfer logs, per holder and asset address; ERC-721 counts tokens. `coinSymbol` names the chain's own. */
export function changesInLogs(
  logs: readonly RawLog[],
  holders: readonly Address[],
  coinSymbol: string,
): ReadonlyMap<string, { readonly holder: Address; readonly asset: Asset; readonly amount: bigint }> {
  const changes = new Map<string, { holder: Address; asset: Asset; amount: bigint }>()
  for (const { address, topics, data } of logs) {
    const [topic, from, to] = topics
    if (topic !== transferTopic || from === undefined || to === undefined) continue
    const isNft = topics.length === 4
    const amount = isNft ? 1n : wordAt(data)
    const asset: Asset = isAddressEqual(address, etherAddress)
      ? { kind: 'native', symbol: coinSymbol, decimals: 18 }
      : isNft
        ? { kind: 'erc721', address, symbol: 'NFT' }
        : { kind: 'erc20', address, symbol: 'token', decimals: 0 }
    for (const holder of holders) {
      const net = (isTopicOf(to, holder) ? amount : 0n) - (isTopicOf(from, holder) ? amount : 0n)
      if (net === 0n) continue
      const key = changeKey(holder, asset)
      changes.set(key, { holder, asset, amount: (changes.get(key)?.amount ?? 0n) + net })
    }
  }
  return changes
}

export function changeKey(holder: Address, asset: Asset): string {
  return `${holder.toLowerCase()}:${assetKey(asset)}`
}

function wordAt(data: Hex): bigint {
  return data.length >= 66 ? BigInt(data.slice(0, 66)) : 0n
}

function isTopicOf(topic: Hex, account: Address): boolean {
  return topic.slice(26).toLowerCase() === account.slice(2).toLowerCase()
}
