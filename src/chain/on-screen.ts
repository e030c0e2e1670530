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
  const cache = queryClient.getQueryCache()
  const answersTo = (queryKey: readonly unknown[], type: 'active' | 'all') =>
    cache.findAll({ queryKey, type })
  return answersTo(['snapshot', network.chainId], 'active').flatMap(({ state, queryKey }) => {
    // While more is being asked under the same name, the page stays with what it was told last (useKnownSnapshot).
    const last = answersTo(queryKey.slice(0, 3), 'all').map((other) => other.state)
    const drawn = [...last.sort((a, b) => a.dataUpdatedAt - b.dataUpdatedAt), state]
      .map(({ data }) => data)
      .findLast((data) => data !== undefined)
    return drawn === undefined ? [] : [drawn as OnScreen]
  })
}
