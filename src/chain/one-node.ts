import type { Address } from 'viem'

import type { Runtime } from './runtime'
import { safeStorage } from './safe-storage'
import { createStore } from './store'

const CHOICE = 'ballast.split'
const assignments = (chainId: number) => `ballast.split.${chainId}`
/** More are forgotten, the oldest first. */
const MOST_ASSIGNED = 100

const isSplit = createStore(safeStorage.getItem(CHOICE) === 'yes')

/** Whether the person wants each watched address to be asked of one node only. */
export const splitWatched = {
  get: isSplit.get,
  subscribe: isSplit.subscribe,
  set(isWanted: boolean): void {
    if (isWanted) safeStorage.setItem(CHOICE, 'yes')
    else safeStorage.removeItem(CHOICE)
    isSplit.set(isWanted)
  },
}

const runtimes = new WeakMap<Runtime, Map<string, Runtime>>()

/**
 * The chain as the one node tells it that is asked about this address: the same on each visit, and another one than for the
 * addresses before, as far as there are nodes. The block stays the one that all are read at. No other node is asked where
 * this one fails. The whole network where there is no second node.
 */
export function oneNodeFor(whole: Runtime, account: Address): Runtime {
  const { nodes, network } = whole
  if (nodes.length < 2) return whole
  const host = hostFor(
    network.chainId,
    account,
    nodes.map((node) => node.host),
  )
  const node = nodes.find((one) => one.host === host)
  if (!node) return whole
  // The same object each time: what has been learnt is kept by it.
  const known = runtimes.get(whole) ?? new Map<string, Runtime>()
  runtimes.set(whole, known)
  // Histories, too, and no server of events: it would learn all of them.
  const alone = {
    ...whole,
    client: node.client,
    nodes: [node],
    network: { ...network, historyUrl: undefined },
  }
  const runtime = known.get(host) ?? alone
  known.set(host, runtime)
  return runtime
}

function hostFor(chainId: number, account: Address, hosts: readonly string[]): string {
  const address = account.toLowerCase()
  const all = readAssigned(safeStorage.getItem(assignments(chainId)))
  const known = all.find(([one, host]) => one === address && hosts.includes(host))
  if (known) return known[1]
  const load = (host: string) => all.filter(([, one]) => one === host).length
  // The last of those that know the fewest: the first one is asked about everything else already.
  const host = hosts.reduce((fewest, one) => (load(one) <= load(fewest) ? one : fewest))
  const others = all.filter(([one]) => one !== address).slice(1 - MOST_ASSIGNED)
  safeStorage.setItem(assignments(chainId), JSON.stringify([...others, [address, host]]))
  return host
}

type Assigned = readonly [address: string, host: string]

/** What was stored, checked: anything may stand there. */
function readAssigned(text: string | null): readonly Assigned[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.filter(isAssigned).slice(-MOST_ASSIGNED) : []
  } catch {
    return []
  }
}

const isAssigned = (entry: unknown): entry is Assigned =>
  Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
