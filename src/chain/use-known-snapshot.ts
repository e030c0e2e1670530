import { useEffect, useMemo, useState } from 'react'

import { nextAsked } from './known'
import type { Asked, KnownReads } from './known'
import { useRuntime } from './network'
import type { Snapshot } from './read'
import type { Runtime } from './runtime'
import { useSnapshot } from './use-snapshot'

export type KnownSnapshotState<Known, Tree> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly snapshot: Snapshot<Tree>
      /** What the snapshot was asked with. */
      readonly known: Known
      readonly isStale: boolean
    }

/**
 * A snapshot whose questions depend on answers: which series there are, which locks somebody holds. What to ask is
 * taken from the last block; when a block tells something new, it is asked again at once, and the former answer stays
 * on screen meanwhile. Still one call per block once nothing new is told.
 *
 * What is known outlives a change of `source` (another account): a source ignores what is not its own. The next page
 * begins with what lasts of it.
 * @param source keep its identity stable; undefined waits
 */
export function useKnownSnapshot<Known, Tree>(
  name: string,
  source: KnownReads<Known, Tree> | undefined,
): KnownSnapshotState<Known, Tree> {
  const runtime = useRuntime()
  const [asked, setAsked] = useState(() => remembered(runtime).get(name) as Asked<Known> | undefined)
  const known = asked ? asked.known : source?.initial
  const live = useSnapshot(
    name,
    useMemo(() => (source && known !== undefined ? source.reads(known) : undefined), [source, known]),
  )
  const [former, setFormer] = useState<Extract<KnownSnapshotState<Known, Tree>, { status: 'ready' }>>()

  if (live.status === 'ready' && source && known !== undefined && live.snapshot !== former?.snapshot) {
    const { snapshot } = live
    setFormer({ ...live, known })
    const next = nextAsked(
      asked ?? { known, blockNumber: -1n, before: [] },
      source.learn(snapshot.data, known),
      snapshot.blockNumber,
    )
    if (next) setAsked(next)
  }

  useEffect(() => {
    if (!asked || !source) return
    remembered(runtime).set(name, { known: source.lasting(asked.known), blockNumber: -1n, before: [] })
  }, [runtime, name, asked, source])

  if (live.status === 'error') return live
  if (live.status === 'loading' || known === undefined) return former ?? { status: 'loading' }
  return { ...live, known }
}

/** What lasts, by name, for as long as one network is read. */
const byRuntime = new WeakMap<Runtime, Map<string, Asked<unknown>>>()

function remembered(runtime: Runtime): Map<string, Asked<unknown>> {
  const known = byRuntime.get(runtime) ?? new Map<string, Asked<unknown>>()
  byRuntime.set(runtime, known)
  return known
}
