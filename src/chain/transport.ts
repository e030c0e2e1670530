import { BaseError, createTransport, RpcRequestError, type Transport } from 'viem'

import type { Network } from './config'
import { judge, type RpcProblem, type Verdict } from './rpc-answer'
import { createStore, type Store } from './store'

export type ChainHealth = { readonly status: 'ok' | 'degraded' | 'offline'; readonly detail: string }

/** No node answered. Its message is a sentence that says which node failed how. */
export class ChainUnavailableError extends BaseError {
  override readonly name = 'ChainUnavailableError'
}

/** A try at one node, and everything together: whoever waits has an answer or a message within 10 s. */
const TRY_MS = 4_000
const TOTAL_MS = 9_000
/** A broken node rests before it is tried first again; each further fault doubles the rest. */
const REST_MS = 15_000
const LONGEST_REST_MS = 300_000

type Node = {
  readonly url: string
  readonly host: string
  chainCheck: Promise<Verdict> | undefined
  /** Set for good when the node serves another chain. */
  wrongChain: string | undefined
  fault: string | undefined
  faultsInARow: number
  restsUntilMs: number
}

export type Rpc = {
  readonly transport: Transport
  readonly health: Store<ChainHealth>
  /** Whether every node has turned out to serve another chain than the configured one. */
  readonly isElsewhere: () => boolean
}

/**
 * One transport over all RPC URLs of a network. The first healthy node is asked; on a fault (timeout, HTTP
 * error, wrong id, wrong shape, another chain) the next one. A revert is an answer and goes straight back.
 * Nodes are asked for their chain id beside the first question; a node of another chain is never believed.
 */
export function createRpc(
  network: Pick<Network, 'chainId' | 'rpcUrls'>,
  limits: { tryMs: number; totalMs: number } = { tryMs: TRY_MS, totalMs: TOTAL_MS },
): Rpc {
  const nodes = network.rpcUrls.map((url): Node => ({
    url,
    host: new URL(url).host,
    chainCheck: undefined,
    wrongChain: undefined,
    fault: undefined,
    faultsInARow: 0,
    restsUntilMs: 0,
  }))
  const health = createStore<ChainHealth>({ status: 'ok', detail: 'All nodes answer.' })
  let lastId = 0

  async function ask(node: Node, method: string, params: readonly unknown[], ms: number): Promise<Verdict> {
    const id = ++lastId
    try {
      const response = await fetch(node.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ jsonrpc: '2.0', id, method, params }),
        signal: AbortSignal.timeout(ms),
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      })
      return judge({ id, method, params }, response.status, await response.text())
    } catch (error) {
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError'
      return {
        kind: 'fault',
        detail: isTimeout ? `did not answer within ${Math.ceil(ms / 1000)} s` : 'cannot be reached',
      }
    }
  }

  /** Once per node and again after a fault: the node behind a URL may have been replaced. */
  async function checkChain(node: Node, ms: number): Promise<Verdict> {
    node.chainCheck ??= ask(node, 'eth_chainId', [], ms)
    const verdict = await node.chainCheck
    if (verdict.kind === 'result' && BigInt(verdict.result as string) !== BigInt(network.chainId)) {
      node.wrongChain = `serves chain ${BigInt(verdict.result as string)}, not ${network.chainId}`
      return { kind: 'fault', detail: node.wrongChain }
    }
    return verdict
  }

  async function tryNode(
    node: Node,
    method: string,
    params: readonly unknown[],
    ms: number,
  ): Promise<Verdict> {
    if (node.wrongChain !== undefined) return { kind: 'fault', detail: node.wrongChain }
    const [chain, verdict] = await Promise.all([checkChain(node, ms), ask(node, method, params, ms)])
    const result = chain.kind === 'fault' ? chain : verdict
    if (result.kind === 'fault') {
      node.chainCheck = undefined
      node.fault = result.detail
      node.restsUntilMs = Date.now() + Math.min(LONGEST_REST_MS, REST_MS * 2 ** node.faultsInARow)
      node.faultsInARow += 1
    } else {
      node.fault = undefined
      node.faultsInARow = 0
      node.restsUntilMs = 0
    }
    return result
  }

  function report(answered: Node | undefined): void {
    const faults = nodes
      .filter(({ fault }) => fault !== undefined)
      .map(({ host, fault }) => `${host} ${fault}`)
    const next: ChainHealth = !answered
      ? { status: 'offline', detail: noAnswer(nodes) }
      : faults.length > 0
        ? { status: 'degraded', detail: `${faults.join('; ')}. Reading from ${answered.host}.` }
        : { status: 'ok', detail: 'All nodes answer.' }
    if (next.detail !== health.get().detail || next.status !== health.get().status) health.set(next)
  }

  async function request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
    const list: readonly unknown[] = Array.isArray(params) ? params : []
    const startedMs = Date.now()
    const rested = (node: Node) => (node.restsUntilMs > startedMs ? 1 : 0)
    const inOrder = nodes.toSorted((a, b) => rested(a) - rested(b))
    // A single node gets a second chance: there is nobody else to ask.
    const tries = inOrder.length === 1 ? [...inOrder, ...inOrder] : inOrder
    let unknownHere: { problem: RpcProblem; url: string } | undefined
    for (const node of tries) {
      const leftMs = limits.totalMs - (Date.now() - startedMs)
      if (leftMs <= 0) break
      const verdict = await tryNode(node, method, list, Math.min(limits.tryMs, leftMs))
      if (verdict.kind === 'fault') continue
      report(node)
      if (verdict.kind === 'result') return verdict.result
      const failed = { problem: verdict.problem, url: node.url }
      if (verdict.kind === 'refusal') throw toError(failed)
      unknownHere = failed
    }
    if (unknownHere) throw toError(unknownHere)
    report(undefined)
    throw new ChainUnavailableError(noAnswer(nodes))
  }

  return {
    health,
    isElsewhere: () => nodes.every(({ wrongChain }) => wrongChain !== undefined),
    transport: () =>
      createTransport({ key: 'rpc', name: 'RPC', type: 'rpc', request: request as never, retryCount: 0 }),
  }
}

function noAnswer(nodes: readonly Node[]): string {
  const faults = nodes.map(({ host, fault }) => `${host} ${fault ?? 'was not asked'}`)
  return `No node answers: ${faults.join('; ')}.`
}

function toError({ problem, url }: { problem: RpcProblem; url: string }): RpcRequestError {
  return new RpcRequestError({ body: {}, error: problem, url })
}
