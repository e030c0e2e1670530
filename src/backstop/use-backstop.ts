import { useEffect, useMemo, useState } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import type { Readings } from '../chain/read'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import { inTime } from '../ui/chunk'
import { backstopLive, isMany } from './live'
import type { Extra, OnScreen } from './live'
import type { manyLive } from './live-many'
import type { Backstop } from './snapshot'
import { t } from '../words/t'

export type BackstopView<Tree, ExtraKnown> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly backstop: Backstop
      readonly extra: Readings<Tree> | undefined
      /** What `extra` was asked with. */
      readonly extraKnown: ExtraKnown | undefined
    }

/** Code that only a long list needs, once it was fetched. */
let forMany: { readonly manyLive: typeof manyLive } | undefined

/**
 * Everything the backstop pages show, of one block. `onScreen` says which of many series, `extra` adds what only one
 * page needs to that same call (keep the identity of both stable); while it changes, the former page's answer stays on
 * screen. A page that `keeps` says how old the figures of the last visit are.
 */
export function useBackstop<Tree = undefined, ExtraKnown = undefined>(
  account: Address | undefined,
  onScreen: OnScreen,
  extra?: Extra<Tree, ExtraKnown>,
  { keeps = false } = {},
): BackstopView<Tree, ExtraKnown> {
  const network = useNetwork()
  const [loaded, setLoaded] = useState(forMany)
  const [isLost, setIsLost] = useState(false)
  const source = useMemo(
    () =>
      loaded
        ? loaded.manyLive(network, account, onScreen, extra)
        : backstopLive<Tree, ExtraKnown>(network, account, extra),
    [loaded, network, account, onScreen, extra],
  )
  const live = useKnownSnapshot('backstop', source, { keeps })
  const isNeeded = !loaded && live.status === 'ready' && isMany(live.known.list)
  useEffect(() => {
    if (isNeeded)
      inTime(import('./live-many')).then(
        (module) => setLoaded((forMany = module)),
        () => setIsLost(true),
      )
  }, [isNeeded])
  const retry = () => window.location.reload()
  if (isLost) return { status: 'error', reason: t`A part of this page could not be loaded.`, retry }
  if (live.status !== 'ready') return live
  const { data, blockNumber, timestamp } = live.snapshot
  const { isStale, ageSeconds } = live
  const shown = source.view(data, live.known, { blockNumber, timestamp, isStale, ageSeconds })
  if (shown.status === 'error') return { ...shown, retry }
  return shown.status === 'loading' ? shown : { status: 'ready', ...shown.view }
}
