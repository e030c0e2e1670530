import type { Asked } from './known'
import type { Runtime } from './runtime'

/** What the next page that reads under a name begins with, for as long as one network is read. */
const byRuntime = new WeakMap<Runtime, Map<string, Asked<unknown>>>()

export function remembered<Known>(runtime: Runtime, name: string): Asked<Known> | undefined {
  return byRuntime.get(runtime)?.get(name) as Asked<Known> | undefined
}

export function remember(runtime: Runtime, name: string, known: unknown): void {
  const names = byRuntime.get(runtime) ?? new Map<string, Asked<unknown>>()
  byRuntime.set(runtime, names.set(name, { known, blockNumber: -1n, before: [] }))
}
