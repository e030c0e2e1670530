import { createReader, type ChainReader } from './chain-reader'
import type { Network } from './config'
import type { EventServer } from './history-world'
import { createStore } from './store'

/** A server of events: it answers `eth_getLogs` as a node does, from a database. docs/history-server */
export type HistoryServer = ChainReader['nodes'][number] & Pick<EventServer, 'fault'>

const servers = new WeakMap<Network, HistoryServer>()

/** The server of events that a network names, the same one for all of its histories. */
export function historyServerOf(network: Network): HistoryServer | undefined {
  const { historyUrl } = network
  if (historyUrl === undefined) return undefined
  const known = servers.get(network)
  if (known) return known
  // With the limits and checks of a node: time, size, chain, shape.
  const [node] = createReader(network, [historyUrl]).nodes
  if (!node) return undefined
  const server = { ...node, fault: createStore<string | undefined>(undefined) }
  servers.set(network, server)
  return server
}
