import { BaseError, RpcRequestError, type EIP1193RequestFn, type Transport } from 'viem'

import type { Network } from './config'
import { createHeadWatch } from './head-watch'
import type { FaultCause, Parse, RpcProblem, Verdict } from './rpc-answer'
import type { EthGetBlockByNumber } from './rpc-methods'
import { createNode, type RpcNode } from './rpc-node'
import { createStore, type Store } from './store'
import { t } from '../words/t'

export type ChainHealth = { readonly status: 'ok' | 'degraded' | 'offline'; readonly detail: string }

/** No node answered. Its message is a sentence that says which node failed how. */
export class ChainUnavailableError extends BaseError {
  override readonly name = 'ChainUnavailableError'
  /** Which node failed how, without the words before it. */
  readonly faults: string
  readonly causes: readonly FaultCause[]

  constructor(message: string, faults = message, causes: readonly FaultCause[] = []) {
    super(message)
    this.faults = faults
    this.causes = causes
  }
}

/** A try at one node, and everything together: whoever waits has an answer or a message within 10 s. */
const TRY_MS = 4_000
const TOTAL_MS = 9_000
/** A node may be this many blocks behind another before it is called stuck. */
const BLOCKS_BEHIND = 2n

/** What the transport is asked. */
export type Wish = {
  readonly method: string
  readonly params?: unknown
  /**
   * Looks into a result whose shape alone says too little. False for an answer that can't be used: it is believed only if
   * a second node says the same, or there is none.
   */
  readonly accepts?: (result: unknown) => boolean
  /** Reads the answer's text; JSON.parse, unless something faster is known for what was asked. */
  readonly parse?: Parse
}

/** One configured node, asked alone: to compare what two of them say. */
export type SingleNode = { readonly host: string; readonly transport: Transport }

export type Rpc = {
  readonly transport: Transport
  /** Every node by itself, in the order in which they are asked. */
  readonly nodes: readonly SingleNode[]
  readonly health: Store<ChainHealth>
  /** Whether every node has turned out to serve another chain than the configured one. */
  readonly isElsewhere: () => boolean
}

/**
 * One transport over all RPC URLs of a network. The first healthy node is asked; on a fault (timeout, HTTP error, wrong
 * id, wrong shape, another chain, a stuck head) or an answer that means nothing, the next one. A revert is an answer
 * and goes straight back.
 * Its requests throw ChainUnavailableError when no node answers, else RpcRequestError with what the nodes refused.
 */
export function createRpc(
  network: Pick<Network, 'chainId' | 'rpcUrls'> & { readonly blockSeconds?: number },
  limits: { tryMs: number; totalMs: number } = { tryMs: TRY_MS, totalMs: TOTAL_MS },
): Rpc {
  const nodes = network.rpcUrls.map((url) => createNode(url, network.chainId))
  const health = createStore<ChainHealth>({ status: 'ok', detail: t`All nodes answer.` })
  const heads = createHeadWatch(network.blockSeconds ?? 12)

  function report(answered: RpcNode | undefined): void {
    const faults = nodes
      .filter(({ fault }) => fault !== undefined)
      .map(({ host, fault }) => t`${host} ${fault ?? ''}`)
    const next: ChainHealth = !answered
      ? { status: 'offline', detail: unavailable(nodes).shortMessage }
      : faults.length > 0
        ? { status: 'degraded', detail: t`${faults.join('; ')}. Reading from ${answered.host}.` }
        : { status: 'ok', detail: t`All nodes answer.` }
    if (next.detail !== health.get().detail || next.status !== health.get().status) health.set(next)
  }

  async function request(
    { method, params, accepts = () => true, parse }: Wish,
    asked = nodes,
  ): Promise<unknown> {
    const list: readonly unknown[] = Array.isArray(params) ? params : []
    const startedMs = Date.now()
    const rests = (node: RpcNode) => (node.restsUntilMs > startedMs ? 1 : 0)
    const inOrder = [...asked].sort((a, b) => rests(a) - rests(b))
    // A single node gets a second chance: there is nobody else to ask.
    const tries = inOrder.length === 1 ? [...inOrder, ...inOrder] : inOrder
    const doubted: { node: RpcNode; detail: string; result?: unknown }[] = []
    let refused: { problem: RpcProblem; url: string } | undefined

    /** The node's answer, now that it is believed: who said something else is broken. */
    const believe = (node: RpcNode, result: unknown) => {
      for (const other of doubted) if (other.node !== node) other.node.blame(other.detail)
      report(node)
      return result
    }
    for (const node of tries) {
      const leftMs = limits.totalMs - (Date.now() - startedMs)
      if (leftMs <= 0) break
      const verdict: Verdict = await node.ask(method, list, Math.min(limits.tryMs, leftMs), parse)
      if (verdict.kind === 'fault') continue
      if (verdict.kind === 'result') {
        const { result } = verdict
        if (accepts(result)) {
          const isHead = method === 'eth_getBlockByNumber' && list[0] === 'latest'
          return believe(node, isHead ? await newest(node, result, inOrder) : result)
        }
        const agreeing = doubted.findIndex((other) => 'result' in other && isSame(other.result, result))
        if (agreeing !== -1) {
          doubted.splice(agreeing, 1)
          return believe(node, result)
        }
        doubted.push({ node, result, detail: t`gave an answer to ${method} that can’t be read` })
        continue
      }
      if (verdict.kind === 'refusal') {
        report(node)
        throw toError({ problem: verdict.problem, url: node.url })
      }
      refused ??= { problem: verdict.problem, url: node.url }
      if (verdict.kind === 'unclear')
        doubted.push({ node, detail: t`answered "${verdict.problem.message.slice(0, 80)}"` })
    }
    const unread = doubted.find((other) => 'result' in other)
    if (unread) {
      report(unread.node)
      return unread.result
    }
    if (refused) throw toError(refused)
    if (asked === nodes) report(undefined)
    throw unavailable(asked)
  }

  /** The newest block: this node's, or another's if this one is stuck. */
  async function newest(node: RpcNode, head: unknown, inOrder: readonly RpcNode[]): Promise<unknown> {
    const own = toHead(head)
    if (inOrder.length === 1 || !heads.isOverdue(node.host, own, Date.now())) return head
    const others = inOrder.filter((other) => other !== node && other.restsUntilMs <= Date.now())
    const said = await Promise.all(
      others.map((other) => other.ask('eth_getBlockByNumber', ['latest', false], limits.tryMs)),
    )
    const ahead = said.find(
      (verdict) =>
        verdict.kind === 'result' &&
        toHead(verdict.result).number - own.number >= BLOCKS_BEHIND &&
        toHead(verdict.result).timestamp > own.timestamp,
    )
    if (ahead?.kind !== 'result') return head
    const { number } = toHead(ahead.result)
    heads.foundStuck(node.host)
    node.blame(t`is stuck at block ${own.number}, ${number - own.number} behind`)
    return ahead.result
  }

  const over = (asked: RpcNode[]): Transport => {
    const ask = ((wish: Wish) => request(wish, asked)) as EIP1193RequestFn
    // Without viem's wrapper of requests: what it adds, retries and a class per code, is not used here.
    const config = { key: 'rpc', name: 'RPC', type: 'rpc', request: ask, retryCount: 0 }
    return () => ({ config, request: ask })
  }
  return {
    health,
    isElsewhere: () => nodes.every((node) => node.isElsewhere),
    nodes: nodes.map((node) => ({ host: node.host, transport: over([node]) })),
    transport: over(nodes),
  }
}

function toHead(block: unknown): { readonly number: bigint; readonly timestamp: bigint } {
  const { number, timestamp } = block as EthGetBlockByNumber['ReturnType']
  return { number: BigInt(number), timestamp: BigInt(timestamp) }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function unavailable(nodes: readonly RpcNode[]): ChainUnavailableError {
  const faults = nodes.map(({ host, fault }) => t`${host} ${fault ?? t`was not asked`}`).join('; ')
  return new ChainUnavailableError(
    t`No node answers: ${faults}.`,
    faults,
    nodes.flatMap(({ cause }) => cause ?? []),
  )
}

function toError({ problem, url }: { problem: RpcProblem; url: string }): RpcRequestError {
  return new RpcRequestError({ body: {}, error: problem, url })
}
