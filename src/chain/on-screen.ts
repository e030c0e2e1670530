import type { Hash } from 'viem'

import type { Snapshot } from './read'
import type { Runtime } from './runtime'

/** A snapshot that something on screen is drawn from, and the hash of its block. */
export type OnScreen = { readonly snapshot: Snapshot<unknown>; readonly hash: Hash }

/** What everything on screen was drawn from, as it is at this moment. */
export function snapshotsOnScreen({
  network,
  queryClient,
}: Pick<Runtime, 'network' | 'queryClient'>): readonly OnScreen[] {
  const queries = queryClient
    .getQueryCache()
    .findAll({ queryKey: ['snapshot', network.chainId], type: 'active' })
  return queries.flatMap(({ state }) => (state.data === undefined ? [] : [state.data as OnScreen]))
}
