import { zeroAddress, type Address, type Hex } from 'viem'

import { eachInSlices } from '../chain/slices'
import type { SupplyLog } from './events'

/** Interest of one report, and what became of it. */
export type Report = {
  /** What the supply grew by; negative where the live contract passed a loss on. */
  readonly distributed: bigint
  readonly from: bigint
  readonly to: bigint
  /** Ours only: live keeps its carry off the chain. rules.md T4 */
  readonly carry: { readonly reported: bigint; readonly before: bigint; readonly after: bigint } | undefined
}

/** Shares that moved: from nobody where they were issued, to nobody where they were burnt. */
export type Move = {
  readonly from: Address
  readonly to: Address
  readonly shares: bigint
  /** The amount that the contract's own Transfer tells. */
  readonly told: bigint | undefined
  readonly isByController: boolean
}

/** One event that may move balances, with supply and shares after it. */
export type Change = {
  readonly blockNumber: bigint
  readonly logIndex: number
  readonly transactionHash: Hex
  /** Unix seconds; undefined where the node does not tell. */
  readonly time: bigint | undefined
  readonly supplyBefore: bigint
  readonly supply: bigint
  readonly totalShares: bigint
  readonly what: { readonly move: Move } | { readonly report: Report }
  /** False where the supply was not told to the unit: it is again with the next report. */
  readonly isExact: boolean
}

type Draft = { -readonly [Key in keyof Change]: Change[Key] }

/**
 * What moved balances on our contract, oldest first: each change of supply or shares says what they are now, before the
 * event that changed them. Made in slices. rules.md T19
 */
export async function changesOf(
  logs: readonly SupplyLog[],
  signal?: AbortSignal,
): Promise<readonly Change[]> {
  const changes: Draft[] = []
  let state = { supply: 0n, totalShares: 0n }
  let supplyBefore = 0n
  const add = (log: SupplyLog, what: Change['what']) => {
    const { supply, totalShares } = state
    changes.push({ ...placeOf(log), supplyBefore, supply, totalShares, what, isExact: true })
    supplyBefore = supply
  }
  const tell = (log: SupplyLog) => {
    const last = changes.at(-1)
    if (log.eventName === 'Supply')
      state = { supply: log.args.totalSupply, totalShares: log.args.totalShares }
    else if (log.eventName === 'TransferShares') add(log, { move: moveOf(log) })
    else if (log.eventName === 'InterestsDistributed') add(log, { report: reportOf(log) })
    else if (last?.transactionHash === log.transactionHash) last.what = withDetail(last.what, log)
  }
  await eachInSlices(logs, tell, signal)
  return changes
}

export function placeOf({ blockNumber, logIndex, transactionHash, blockTimestamp }: SupplyLog) {
  return { blockNumber, logIndex, transactionHash, time: blockTimestamp }
}

export function moveOf({ args }: Extract<SupplyLog, { eventName: 'TransferShares' }>): Move {
  const { from, to, sharesValue } = args
  return { from, to, shares: sharesValue, told: undefined, isByController: false }
}

export function reportOf({ args }: Extract<SupplyLog, { eventName: 'InterestsDistributed' }>): Report {
  return {
    distributed: args.interest,
    from: args.interestFromTime,
    to: args.interestToTime,
    carry: undefined,
  }
}

/** What an event tells of the change before it. */
export function withDetail(what: Change['what'], log: SupplyLog): Change['what'] {
  if ('report' in what) {
    if (log.eventName !== 'Carried') return what
    const { interest: reported, carryBefore: before, carryAfter: after } = log.args
    return { report: { ...what.report, carry: { reported, before, after } } }
  }
  const { move } = what
  if (log.eventName === 'Transfer') {
    const { from, to, value } = log.args
    return from === move.from && to === move.to ? { move: { ...move, told: value } } : what
  }
  const isForced = log.eventName === 'ControllerTransfer' || log.eventName === 'ControllerRedemption'
  return isForced ? { move: { ...move, isByController: true } } : what
}

/** Whether shares were made or burnt, so that supply and shares changed. Addresses of events are checksummed. */
export function isMade({ from }: Move): boolean {
  return from === zeroAddress
}
export function isBurnt({ to }: Move): boolean {
  return to === zeroAddress
}
