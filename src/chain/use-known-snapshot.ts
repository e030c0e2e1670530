import { useEffect, useMemo, useState } from 'react'

import { nextAsked } from './known'
import type { KnownReads } from './known'
import { useRuntime } from './network'
import type { Snapshot } from './read'
import { remember, remembered } from './remembered'
import { useKept } from './use-kept'
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
      /** Of the last visit: `At`. */
      readonly ageSeconds?: bigint
    }

/**
 * A snapshot whose questions depend on answers: which series there are, which locks somebody holds. What to ask is
 * taken from the last block; when a block tells something new, it is asked again at once, and the former answer stays
 * on screen meanwhile. Still one call per block once nothing new is told.
 *
 * What is known outlives a change of `source` (another account): a source ignores what is not its own. The next page
 * begins with what lasts of it.
 *
 * As long as nothing has been read and nobody is connected, a page that `keeps` shows the answers of the last visit: as
 * old ones, and where no plan can be made, since every plan is somebody's.
 * @param source keep its identity stable; undefined waits
 */
export function useKnownSnapshot<Known, Tree>(
  name: string,
  source: KnownReads<Known, Tree> | undefined,
  { keeps = false } = {},
): KnownSnapshotState<Known, Tree> {
  const runtime = useRuntime()
  const [asked, setAsked] = useState(() => remembered<Known>(runtime, name))
  const known = asked ? asked.known : source?.initial
  const live = useSnapshot(
    name,
    useMemo(() => (source && known !== undefined ? source.reads(known) : undefined), [source, known]),
  )
  const [former, setFormer] = useState<Extract<KnownSnapshotState<Known, Tree>, { status: 'ready' }>>()

  // More may be known of an answer than when it was asked for: what it tells then was not learnt yet.
  const isNew = live.status === 'ready' && (live.snapshot !== former?.snapshot || known !== former.known)
  if (isNew && source && known !== undefined) {
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
    remember(runtime, name, source.lasting(asked.known))
  }, [runtime, name, asked, source])

  const kept = useKept(keeps ? name : undefined, source, former?.snapshot)
  if (live.status === 'error') return live
  if (live.status === 'loading' || known === undefined) {
    if (former || !kept) return former ?? { status: 'loading' }
    return { status: 'ready', isStale: true, ...kept }
  }
  return { ...live, known }
}
