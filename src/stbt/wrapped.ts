import { getAbiItem, type Address } from 'viem'

import { wstbtAbi } from '../../abis/WSTBT'
import { amountDown } from '../math/stbt-shares'
import type { Movement } from '../math/stbt-statement'
import type { Change } from './changes'

export const wrappedEventsAbi = [getAbiItem({ abi: wstbtAbi, name: 'Transfer' })] as const
export const wrappedEvents = ['Transfer'] as const

/** A movement of wSTBT, a wrap (from nobody) and an unwrap (to nobody) included. */
export type WrappedLog = {
  readonly args: { readonly from: Address; readonly to: Address; readonly value: bigint }
  readonly blockNumber: bigint
  readonly logIndex: number
}

export type WrappedStatement = {
  /** In STBT: what came and went at its worth of that moment, and what it grew by since. */
  readonly worth: Movement
  /** wSTBT after the last event. */
  readonly balance: bigint
}

/**
 * wSTBT of a holder as STBT, floor(w · supply / shares): its worth moves with each change of supply or shares, and its
 * growth stands apart from the balance's income. It closes to the unit. rules.md T19
 * @param changes oldest first, as they were read to the same block as `logs`
 */
export function wrappedStatementOf(
  changes: readonly Change[],
  logs: readonly WrappedLog[],
  holder: Address,
): WrappedStatement {
  let [balance, worth, flow, growth] = [0n, 0n, 0n, 0n]
  let next = 0
  let size = { supply: 0n, totalShares: 0n }
  const worthNow = () => amountDown(balance, size.supply, size.totalShares)
  const grow = (log?: WrappedLog) => {
    for (let change = changes[next]; change && (!log || isBefore(change, log)); change = changes[++next])
      size = change
    growth += worthNow() - worth
    worth = worthNow()
  }
  for (const log of logs) {
    const { from, to, value } = log.args
    if (from === to || (from !== holder && to !== holder)) continue
    grow(log)
    balance += to === holder ? value : -value
    if (balance < 0n) balance = 0n
    flow += worthNow() - worth
    worth = worthNow()
  }
  grow()
  return { worth: { opening: 0n, flow, interest: growth, rounding: 0n, closing: worth }, balance }
}

function isBefore(change: Change, log: WrappedLog): boolean {
  return (
    change.blockNumber < log.blockNumber ||
    (change.blockNumber === log.blockNumber && change.logIndex < log.logIndex)
  )
}
