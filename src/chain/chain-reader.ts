import { createClient, type Chain, type Client, type Transport } from 'viem'

import type { Network } from './config'
import type { Block } from './head'
import { toChain } from './to-chain'
import { createRpc, type Rpc, type SingleNode } from './transport'
import { createTurns, type InTurn } from './turns'

export type ChainClient = Client<Transport, Chain>

/** One network, read through all its nodes. */
export type ChainReader = {
  readonly network: Network
  readonly client: ChainClient
  /** Every node by itself, the preferred one first: what money goes by is asked of more than one. trust.md D38 */
  readonly nodes: readonly (SingleNode & { readonly client: ChainClient; readonly inTurn: InTurn })[]
}

/** The same, at one block: whatever is read together is of one moment. */
export type ChainAt = ChainReader & { readonly block: Pick<Block, 'number' | 'timestamp'> }

/** What histories ask one node at a time, all of them together: a browser opens as many connections to a host. */
const MOST_HISTORY_REQUESTS = 6

/**
 * Opens a network for reading; nothing is asked yet.
 * @param rpcUrls its nodes in the order in which they are asked
 */
export function createReader(
  network: Network,
  rpcUrls = network.rpcUrls,
): ChainReader & { readonly rpc: Rpc } {
  const rpc = createRpc({ ...network, rpcUrls })
  const chain = toChain(network)
  return {
    network,
    rpc,
    client: createClient({ chain, transport: rpc.transport }),
    nodes: rpc.nodes.map((node) => ({
      ...node,
      client: createClient({ chain, transport: node.transport }),
      inTurn: createTurns(MOST_HISTORY_REQUESTS),
    })),
  }
}
