import { decodeFunctionData, getAbiItem, type Address, type Hex } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import { eachInSlices } from '../chain/slices'
import { sharesDown } from '../math/stbt-shares'
import { isBurnt, isMade, moveOf, placeOf, reportOf, withDetail } from './changes'
import type { Change, Move } from './changes'
import type { SupplyLog } from './events'

/** What makes and burns shares. */
const callsAbi = [
  getAbiItem({ abi: stbtAbi, name: 'issue' }),
  getAbiItem({ abi: stbtAbi, name: 'redeem' }),
  getAbiItem({ abi: stbtAbi, name: 'redeemFrom' }),
  getAbiItem({ abi: stbtAbi, name: 'controllerRedeem' }),
]

/** Calldata of transactions sent to STBT itself, by their hash; those through the queue are told by its events. */
export type DirectCalls = ReadonlyMap<Hex, Hex>

type Draft = { readonly log: SupplyLog; what: Change['what']; amount: bigint | undefined }

/**
 * What moved balances on the live contract, oldest first. It tells no supply: an issue or a burn is as much as its
 * calldata says. What can't be decoded is taken for what the event tells, and is not exact until the next report, which
 * tells the supply. Made in slices. rules.md T19
 */
export async function liveChangesOf(
  logs: readonly SupplyLog[],
  stbt: Address,
  directCalls: DirectCalls,
  signal?: AbortSignal,
): Promise<readonly Change[]> {
  const state = { supply: 0n, totalShares: 0n, isExact: true }
  const changes: Change[] = []
  const tell = ({ log, what, amount }: Draft) => {
    const supplyBefore = state.supply
    if ('report' in what) {
      state.supply = newSupplyOf(log) ?? state.supply
      state.isExact = true
    } else if (isMade(what.move)) issue(state, what.move, amount)
    else if (isBurnt(what.move)) burn(state, what.move, amount)
    changes.push({ ...placeOf(log), ...state, supplyBefore, what })
  }
  await eachInSlices(await draftsOf(logs, stbt, directCalls, signal), tell, signal)
  return changes
}

/** The transactions whose calldata is needed: they changed the supply, and the queue says nothing of them. */
export async function undecodedOf(
  logs: readonly SupplyLog[],
  stbt: Address,
  signal?: AbortSignal,
): Promise<readonly Hex[]> {
  const drafts = await draftsOf(logs, stbt, new Map(), signal)
  const open = drafts.filter(({ amount, what }) => {
    return amount === undefined && 'move' in what && (isMade(what.move) || isBurnt(what.move))
  })
  return [...new Set(open.map(({ log }) => log.transactionHash))]
}

type State = { supply: bigint; totalShares: bigint; isExact: boolean }

function issue(state: State, { shares, told }: Move, amount: bigint | undefined): void {
  const value = amount ?? told ?? 0n
  // Worth no share, it begins anew: the trap of rules.md T13, and the first issue.
  const isReset = sharesDown(value, state.supply, state.totalShares) === 0n
  state.supply = isReset ? value : state.supply + value
  state.totalShares += shares
  if (amount === undefined) state.isExact = false
}

function burn(state: State, { shares, told }: Move, amount: bigint | undefined): void {
  const fall = amount ?? told ?? 0n
  state.supply = state.supply > fall ? state.supply - fall : 0n
  state.totalShares = state.totalShares > shares ? state.totalShares - shares : 0n
  if (amount === undefined) state.isExact = false
}

/** Each move and report, an issue or a burn with the amount it was called with, where that is told. */
async function draftsOf(
  logs: readonly SupplyLog[],
  stbt: Address,
  directCalls: DirectCalls,
  signal: AbortSignal | undefined,
): Promise<readonly Draft[]> {
  const drafts: Draft[] = []
  /** Those of this transaction that the queue has not told of yet: it tells after the call. */
  let open: Draft[] = []
  const tell = (log: SupplyLog) => {
    const last = drafts.at(-1)
    if (last?.log.transactionHash !== log.transactionHash) open = []
    if (log.eventName === 'TransferShares' || log.eventName === 'InterestsDistributed') {
      const what = log.eventName === 'TransferShares' ? { move: moveOf(log) } : { report: reportOf(log) }
      const direct = directCalls.get(log.transactionHash)
      const draft = { log, what, amount: direct && 'move' in what ? amountOf(direct, what.move) : undefined }
      drafts.push(draft)
      open.push(draft)
    } else if (log.eventName === 'CallExecuted') {
      const { target, data } = log.args
      for (const draft of open)
        if (target === stbt && 'move' in draft.what) draft.amount ??= amountOf(data, draft.what.move)
      open = []
    } else if (last?.log.transactionHash === log.transactionHash) last.what = withDetail(last.what, log)
  }
  await eachInSlices(logs, tell, signal)
  return drafts
}

/** What an issue or a burn was called with, if it is the one that made this move. */
function amountOf(data: Hex, move: Move): bigint | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: callsAbi, data })
    if (functionName === 'issue') return isMade(move) && args[0] === move.to ? args[1] : undefined
    if (!isBurnt(move)) return undefined
    if (functionName === 'redeem') return args[0]
    return args[0] === move.from ? args[1] : undefined
  } catch {
    return undefined
  }
}

function newSupplyOf(log: SupplyLog): bigint | undefined {
  return log.eventName === 'InterestsDistributed' ? log.args.newTotalSupply : undefined
}
