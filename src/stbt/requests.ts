import { decodeFunctionData, getAbiItem, type Address, type Hex } from 'viem'

import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import type { History } from '../chain/history'
import { operationId, type Operation } from './operation'

/** What tells of requests: the Minter of asking and paying, the queue of executing. rules.md T6, T7 */
export const requestEventsAbi = [
  getAbiItem({ abi: stbtMinterAbi, name: 'Mint' }),
  getAbiItem({ abi: stbtMinterAbi, name: 'Redeem' }),
  getAbiItem({ abi: stbtMinterAbi, name: 'Settle' }),
  getAbiItem({ abi: stbtTimelockControllerAbi, name: 'CallExecuted' }),
] as const

export const requestEvents = requestEventsAbi.map(({ name }) => name)

type EventName = (typeof requestEventsAbi)[number]['name']
type LogOf<Name extends EventName> = Pick<
  History<typeof requestEventsAbi, Name>['logs'][number],
  'eventName' | 'args'
>
export type RequestLog = { readonly [Name in EventName]: LogOf<Name> }[EventName] & {
  readonly transactionHash: Hex
  readonly blockTimestamp?: bigint | undefined
}

export type Settlement = {
  readonly token: Address
  /** Units of the coin. */
  readonly amount: bigint
  /** 1e18 = 100%; a note. */
  readonly feeRate: bigint
  /** 1e18 = 1; a note. */
  readonly executionPrice: bigint
  readonly at: bigint | undefined
}

/** Somebody's wish to mint or to redeem. */
export type Request = {
  readonly kind: 'mint' | 'redeem'
  readonly requestor: Address
  readonly token: Address
  readonly nonce: bigint
  /** Units of the coin: what was deposited, or what is redeemed before fee and price. */
  readonly inCoin: bigint
  /** STBT to be issued or burnt (18 decimals), as the queued call has it; undefined where that can't be read. */
  readonly stbt: bigint | undefined
  readonly id: Hex
  readonly operation: Operation
  /** Unix seconds; undefined where the node does not tell. */
  readonly askedAt: bigint | undefined
  readonly transactionHash: Hex
  readonly isExecuted: boolean
  readonly executedAt: bigint | undefined
  readonly settlement: Settlement | undefined
}

/** Every request, newest first. A settlement belongs to the redemption of its number. rules.md T7 */
export function requestsOf(logs: readonly RequestLog[], stbt: Address): readonly Request[] {
  const executed = new Map<Hex, bigint | undefined>()
  const settled = new Map<bigint, Settlement>()
  for (const log of logs) {
    if (log.eventName === 'CallExecuted') executed.set(log.args.id, log.blockTimestamp)
    if (log.eventName === 'Settle') {
      const { nonce, token, amount, redeemServiceFeeRate: feeRate, executionPrice } = log.args
      settled.set(nonce, { token, amount, feeRate, executionPrice, at: log.blockTimestamp })
    }
  }
  return logs
    .flatMap((log): Request[] => {
      if (log.eventName !== 'Mint' && log.eventName !== 'Redeem') return []
      const { requestor, token, nonce, salt, data } = log.args
      const operation = { target: stbt, data, salt }
      const id = operationId(operation)
      return [
        {
          ...{ requestor, token, nonce, id, operation },
          kind: log.eventName === 'Mint' ? 'mint' : 'redeem',
          inCoin: log.eventName === 'Mint' ? log.args.depositAmount : log.args.amount,
          stbt: queuedAmount(data),
          askedAt: log.blockTimestamp,
          transactionHash: log.transactionHash,
          isExecuted: executed.has(id),
          executedAt: executed.get(id),
          settlement: log.eventName === 'Redeem' ? settled.get(nonce) : undefined,
        },
      ]
    })
    .reverse()
}

/** What the queued call issues or burns. */
function queuedAmount(data: Hex): bigint | undefined {
  try {
    const { functionName, args } = decodeFunctionData({ abi: stbtAbi, data })
    return functionName === 'issue' || functionName === 'redeemFrom' ? args[1] : undefined
  } catch {
    return undefined
  }
}

/** Where a request stands: the queue's own word. rules.md T7 */
export type QueueState =
  | { readonly kind: 'done' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'waiting'; readonly readyAt: bigint }
  | { readonly kind: 'ready'; readonly readyAt: bigint }

/** `timestamp` as the queue tells it: 0 = it is not there, 1 = done, else ready from then on, that second included. */
export function queueState(timestamp: bigint, now: bigint): QueueState {
  if (timestamp === 0n) return { kind: 'cancelled' }
  if (timestamp === 1n) return { kind: 'done' }
  return { kind: now >= timestamp ? 'ready' : 'waiting', readyAt: timestamp }
}

/**
 * How long requests of a kind really took, from asking to issue or to payment: the middle one of the last twenty, in
 * seconds; undefined where none is known.
 */
export function usualSeconds(requests: readonly Request[], kind: Request['kind']): bigint | undefined {
  const taken = requests
    .filter((request) => request.kind === kind)
    .flatMap(({ askedAt, executedAt, settlement }) => {
      const endedAt = kind === 'mint' ? executedAt : settlement?.at
      return askedAt === undefined || endedAt === undefined ? [] : [endedAt - askedAt]
    })
    .slice(0, 20)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  return taken[taken.length >> 1]
}
