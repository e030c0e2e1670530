import { QueryClientProvider } from '@tanstack/react-query'
import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'

import type { AppConfig, Network } from './config'
import type { ChainClient } from './chain-reader'
import { chosenNetwork } from './chosen-network'
import { createRuntime, type Runtime } from './runtime'
import type { ChainHealth } from './transport'
import { t } from '../words/t'

export type { ChainHealth } from './transport'

const runtimes = new WeakMap<AppConfig, Runtime>()

/** The chain as this configuration has it: begun when it is first asked for, until the page is closed. */
export function runtimeFor(config: AppConfig): Runtime {
  const known = runtimes.get(config)
  if (known) return known
  // ConfigGate has told of an address that names none of them.
  const runtime = createRuntime(chosenNetwork(config.networks) ?? config.networks[0], config)
  runtimes.set(config, runtime)
  runtime.start()
  return runtime
}

/** What is below it reads this chain: AtBlock gives it one that stands still. */
export const RuntimeContext = createContext<Runtime | undefined>(undefined)

/** Gives everything below it the chain: client, block clock, health and the query cache. */
export function NetworkProvider({ config, children }: { config: AppConfig; children: ReactNode }) {
  const runtime = runtimeFor(config)
  return (
    <RuntimeContext value={runtime}>
      <QueryClientProvider client={runtime.queryClient}>{children}</QueryClientProvider>
    </RuntimeContext>
  )
}

export function useRuntime(): Runtime {
  const runtime = useContext(RuntimeContext)
  if (!runtime) throw new Error('There is no NetworkProvider above this component.')
  return runtime
}

export function useNetwork(): Network {
  return useRuntime().network
}

/**
 * The bare viem client of this network. Its methods are functions of viem/actions, loaded by those who use
 * them: a client that carries them all would double the first download.
 */
export function useClient(): ChainClient {
  return useRuntime().client
}

/** How reading goes, with a sentence: all nodes answer, some do, none does. */
export function useChainHealth(): ChainHealth {
  const { health, stall } = useRuntime()
  const nodes = useSyncExternalStore(health.subscribe, health.get)
  const stalled = useSyncExternalStore(stall.subscribe, stall.get)
  const isOnline = useSyncExternalStore(subscribeToOnline, () => navigator.onLine)
  // The browser's word alone stops nothing: it only explains why no node answers.
  if (!isOnline && nodes.status === 'offline') return offline
  return stalled !== undefined && nodes.status === 'ok' ? { status: 'degraded', detail: stalled } : nodes
}

/** Why nothing here can be read or sent (the configuration does not fit the chain), or undefined. */
export function useNetworkProblem(): string | undefined {
  const { problem } = useRuntime()
  return useSyncExternalStore(problem.subscribe, problem.get)
}

const offline: ChainHealth = {
  status: 'offline',
  detail: t`No node answers, and this computer seems to be offline. Figures are as last read.`,
}

function subscribeToOnline(callback: () => void): () => void {
  addEventListener('online', callback)
  addEventListener('offline', callback)
  return () => {
    removeEventListener('online', callback)
    removeEventListener('offline', callback)
  }
}
