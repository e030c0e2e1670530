import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import type { Readings } from '../chain/read'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import { backstopLive } from './live'
import type { Extra } from './live'
import type { Backstop } from './snapshot'

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

/**
 * Everything the backstop pages show, of one block. `extra` (keep its identity stable) adds what only one page needs
 * to that same call; while it changes, the former page's answer stays on screen.
 */
export function useBackstop<Tree = undefined, ExtraKnown = undefined>(
  account: Address | undefined,
  extra?: Extra<Tree, ExtraKnown>,
): BackstopView<Tree, ExtraKnown> {
  const network = useNetwork()
  const source = useMemo(() => backstopLive(network, account, extra), [network, account, extra])
  const live = useKnownSnapshot('backstop', source)
  if (live.status !== 'ready') return live
  const { data, blockNumber, timestamp } = live.snapshot
  const shown = source.view(data, live.known, { blockNumber, timestamp, isStale: live.isStale })
  if (shown.status === 'error') return { ...shown, retry: () => window.location.reload() }
  return shown.status === 'loading' ? shown : { status: 'ready', ...shown.view }
}
