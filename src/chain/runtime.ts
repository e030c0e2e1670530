import { QueryClient } from '@tanstack/react-query'

import { blockFloor, lowerFloorTo } from './block-floor'
import { createReader, type ChainReader } from './chain-reader'
import type { AppConfig, Network } from './config'
import { checkContracts } from './contracts-check'
import { fetchBlock } from './fetch-block'
import { noteGenesis } from './genesis'
import { nodesInOrder } from './preferred-node'
import { reasonOf } from './reason'
import { stallOf } from './stall'
import { createStore, type Store } from './store'
import { createTicker, type Ticker } from './ticker'
import { ChainUnavailableError, type ChainHealth } from './transport'
import { t } from '../words/t'

/** Everything that lives as long as the page reads one network. */
export type Runtime = ChainReader & {
  readonly ticker: Ticker
  readonly health: Store<ChainHealth>
  /** Why the newest block may be old, if it may. */
  readonly stall: Store<string | undefined>
  /** Why this network can't be used at all, if it can't. */
  readonly problem: Store<string | undefined>
  readonly queryClient: QueryClient
  /** All of config.json, this network among the others. */
  readonly config: AppConfig
  /** Reads from now on, until the page is closed. */
  readonly start: () => void
}

const FASTEST_POLL_SECONDS = 1
const SLOWEST_POLL_SECONDS = 4

/** How often the newest block is asked for. Chains with many blocks a second need no more: a page is read by people. */
export function pollMsOf(blockSeconds: number): number {
  return Math.max(FASTEST_POLL_SECONDS, Math.min(blockSeconds, SLOWEST_POLL_SECONDS)) * 1000
}

/** Keeps what is read; who reads decides when to read again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The transport has tried every node already, and the ticker decides when to read again.
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        // Structural sharing walks JSON; snapshots carry bigint.
        structuralSharing: false,
        gcTime: 60_000,
      },
    },
  })
}

export function createRuntime(network: Network, config: AppConfig): Runtime {
  const { rpc, client, nodes } = createReader(network, nodesInOrder(network))
  const problem = createStore<string | undefined>(undefined)
  const stall = createStore<string | undefined>(undefined)
  const queryClient = createQueryClient()
  const ticker = createTicker({
    async fetchHead() {
      const polled = await fetchBlock(client, 'latest')
      void check()
      const head = ticker.get()
      const newest = head?.hash === polled.hash ? head : polled
      // A local chain makes blocks when it is told to, at whatever time it is told.
      stall.set(network.isDevnet ? undefined : stallOf(newest, network.blockSeconds, Date.now()))
      return polled
    },
    pollMs: pollMsOf(network.blockSeconds),
    // navigator.onLine is a guess: some browsers say false behind a VPN. Only asking tells.
    isAwake: () => document.visibilityState === 'visible',
    onWakeChange: listenForWake,
    onDoubt() {
      const head = ticker.get()
      if (head) lowerFloorTo(head.number)
      void checkGenesis(true)
      isChecked = false
    },
  })
  let isChecked = false

  async function checkGenesis(isOnScreen: boolean): Promise<void> {
    if (!network.isDevnet) return
    try {
      const { hash } = await fetchBlock(client, '0x0')
      // The listeners have emptied what they kept; figures on screen are about the former chain too.
      if (noteGenesis(network.chainId, hash) && isOnScreen) location.reload()
    } catch {
      // The node is away; the ticker's next success after a failure asks again.
    }
  }

  async function check(): Promise<void> {
    if (isChecked) return
    isChecked = true
    try {
      problem.set(await checkContracts(client, network))
    } catch (error) {
      if (!(error instanceof ChainUnavailableError))
        problem.set(t`The contracts on ${network.name} could not be checked: ${reasonOf(error)}`)
      isChecked = false
    }
    // What is wrong now may be right at the next look: a node was broken, a deployment was on its way.
    if (problem.get() !== undefined) isChecked = false
  }

  return {
    network,
    client,
    nodes,
    ticker,
    health: rpc.health,
    stall,
    problem,
    queryClient,
    config,
    start() {
      void checkGenesis(false)
      rpc.health.subscribe(() => {
        // Set until a node is back on this chain and the contracts are checked again.
        if (!rpc.isElsewhere()) return
        problem.set(rpc.health.get().detail)
        isChecked = false
      })
      blockFloor.subscribe(() => {
        if (blockFloor.get() > (ticker.get()?.number ?? 0n)) ticker.poke()
      })
      ticker.start()
    },
  }
}

function listenForWake(callback: () => void): () => void {
  document.addEventListener('visibilitychange', callback)
  addEventListener('online', callback)
  addEventListener('offline', callback)
  return () => {
    document.removeEventListener('visibilitychange', callback)
    removeEventListener('online', callback)
    removeEventListener('offline', callback)
  }
}
