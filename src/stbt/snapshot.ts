import { parseAbi, type Address } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import { wstbtAbi } from '../../abis/WSTBT'
import type { Contracts } from '../chain/contracts'
import { read, type Readings } from '../chain/read'
import { joinReadings, mapReading, type Reading } from '../math/reading'
import { WAD } from '../math/units'
import type { stbtNeeds } from './contracts'
import type { Liveness } from '../system/liveness'
import { t } from '../words/t'

export type StbtAddresses = Contracts<typeof stbtNeeds>

/** How STBT and its shares are counted. */
export const stbtUnit = { symbol: 'STBT', decimals: 18 } as const
export const wstbtUnit = { symbol: 'wSTBT', decimals: 18 } as const

const feedAbi = parseAbi([
  'function latestRoundData() view returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)',
  'function decimals() view returns (uint8)',
])

export function stbtReads({ stbt, wstbt, reserveFeed }: StbtAddresses, account: Address | undefined) {
  const token = { address: stbt, label: 'STBT', abi: stbtAbi } as const
  const wrapper = { address: wstbt, label: 'wSTBT', abi: wstbtAbi } as const
  const feed = reserveFeed && ({ address: reserveFeed, label: t`Proof of reserve`, abi: feedAbi } as const)
  return {
    supply: read({ ...token, functionName: 'totalSupply', args: [], rule: 'T1' }),
    totalShares: read({ ...token, functionName: 'totalShares', args: [], rule: 'T1' }),
    index: read({ ...token, functionName: 'getAmountByShares', args: [WAD], rule: 'T1' }),
    lastReportAt: read({ ...token, functionName: 'lastDistributeTime', args: [], rule: 'T3' }),
    // The live contract has neither of these.
    lastReportEnd: read({ ...token, functionName: 'lastReportEnd', args: [], rule: 'T15' }),
    rules: read({ ...token, functionName: 'rules', args: [], rule: 'T4' }),
    reserve: feed && {
      round: read({ ...feed, functionName: 'latestRoundData', args: [], rule: 'T17' }),
      decimals: read({ ...feed, functionName: 'decimals', args: [], rule: 'T17' }),
    },
    people: (account === undefined ? [] : [account]).map((person) => ({
      balance: read({ ...token, functionName: 'balanceOf', args: [person], rule: 'T1' }),
      shares: read({ ...token, functionName: 'sharesOf', args: [person], rule: 'T1' }),
      permission: read({ ...token, functionName: 'permissions', args: [person], rule: 'T5' }),
      wrapped: read({ ...wrapper, functionName: 'balanceOf', args: [person], rule: 'T14' }),
    })),
    wrapperPermission: read({ ...token, functionName: 'permissions', args: [wstbt], rule: 'T5' }),
  }
}

export type StbtData = Readings<ReturnType<typeof stbtReads>>

/** Whether an address may send and receive STBT, until when (unix seconds, 0 = for ever). rules.md T5 */
export type Permission = { readonly isSender: boolean; readonly isReceiver: boolean; readonly expiry: bigint }

/** What the contract is and has. rules.md T1, T4 */
export type StbtState = {
  readonly supply: bigint
  readonly totalShares: bigint
} & (
  | {
      readonly kind: 'ours'
      /** Interest that waits for the next report; negative is owed to it. */
      readonly carry: bigint
      readonly reserveHeartbeat: bigint
    }
  | { readonly kind: 'live' }
)

export type Holder = {
  readonly balance: Reading<bigint>
  readonly shares: Reading<bigint>
  readonly permission: Reading<Permission>
  readonly wrapped: Reading<bigint>
}

/** What a feed says stands behind the supply (18 decimals), and when it said so. rules.md T17 */
export type Reserve = { readonly answer: bigint; readonly updatedAt: bigint }

/** Everything of one block. */
export type Stbt = {
  readonly addresses: StbtAddresses
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly isStale: boolean
  readonly readings: Pick<StbtData, 'supply' | 'totalShares' | 'index' | 'lastReportAt' | 'lastReportEnd'>
  readonly state: Reading<StbtState>
  /** Undefined while nobody is connected, or the data is another account's. */
  readonly holder: Holder | undefined
  readonly wrapperPermission: Reading<Permission>
  /** Undefined where config.json names no feed. */
  readonly reserve: Reading<Reserve> | undefined
}

/** The data as `account` sees it: a former answer may be another account's. */
export function stbtOf(
  data: StbtData,
  addresses: StbtAddresses,
  account: Address | undefined,
  liveness: Liveness | undefined,
): Omit<Stbt, 'blockNumber' | 'timestamp' | 'isStale'> {
  const { supply, totalShares, index, lastReportAt, lastReportEnd, people, wrapperPermission, reserve } = data
  const mine = people.find(({ balance }) => balance.source.args[0] === account)
  return {
    addresses,
    readings: { supply, totalShares, index, lastReportAt, lastReportEnd },
    state: stateOf(data, liveness),
    holder: mine && { ...mine, permission: mapReading(mine.permission, permissionOf) },
    wrapperPermission: mapReading(wrapperPermission, permissionOf),
    reserve:
      reserve &&
      joinReadings(reserve.round, reserve.decimals, ([, answer, , updatedAt], decimals) => ({
        answer: scaledTo18(answer, decimals),
        updatedAt,
      })),
  }
}

/** Whether `rules()` was refused without a word, as a contract does that has no such function: then more is asked. */
export function mayBeLive({ rules }: Pick<StbtData, 'rules'>): boolean {
  return !rules.isKnown && rules.source.raw === '0x'
}

/**
 * A contract without `rules()` is of the live kind, where enough of those say so who know. Anything else leaves the
 * state unknown: a call that failed is never taken for it. trust.md D38
 */
function stateOf(data: StbtData, liveness: Liveness | undefined): Reading<StbtState> {
  const { supply, totalShares, rules } = data
  const size = joinReadings(supply, totalShares, (amount, shares) => ({
    supply: amount,
    totalShares: shares,
  }))
  if (mayBeLive(data))
    return liveness?.isLive === true
      ? mapReading(size, (known) => ({ ...known, kind: 'live' }))
      : { isKnown: false, reason: liveness?.reason ?? t`Not read yet.`, source: rules.source }
  return joinReadings(size, rules, (known, { carry, reserveHeartbeat }) => ({
    ...known,
    kind: 'ours',
    carry,
    reserveHeartbeat,
  }))
}

export function permissionOf([isSender, isReceiver, expiry]: readonly [
  boolean,
  boolean,
  bigint,
]): Permission {
  return { isSender, isReceiver, expiry }
}

function scaledTo18(answer: bigint, decimals: number): bigint {
  return decimals > 18 ? answer / 10n ** BigInt(decimals - 18) : answer * 10n ** BigInt(18 - decimals)
}
