import { useMemo, useState } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import type { Readings, Snapshot } from '../chain/read'
import { useFixed, useSnapshot } from '../chain/use-snapshot'
import { usdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import { listReads, liveReads, termsReads } from './snapshot'
import type { Backstop, SeriesAddresses } from './snapshot'

export type BackstopView<Extra> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly backstop: Backstop; readonly extra: Readings<Extra> | undefined }

/**
 * Everything the backstop pages show, of one block. The list of series and their terms are read once; from then on
 * every block costs one call, which also says when the list has grown. `extraReads` (keep its identity stable) adds
 * what only one page needs to that same call; while it changes, the former page's answer stays on screen.
 */
export function useBackstop<Extra>(
  account: Address | undefined,
  extraReads?: (list: readonly SeriesAddresses[]) => Extra,
): BackstopView<Extra> {
  const network = useNetwork()
  const first = useFixed(
    'backstop.list',
    useMemo(() => listReads(network), [network]),
  )
  const [grown, setGrown] = useState<{ list: readonly SeriesAddresses[]; blockNumber: bigint }>()
  const firstList = first.status === 'ready' ? first.snapshot.data.list : undefined
  const list = grown?.list ?? knownValue(firstList)
  const terms = useFixed(
    'backstop.terms',
    useMemo(() => list && termsReads(list), [list]),
  )
  const live = useSnapshot(
    'backstop.live',
    useMemo(
      () => list && { ...liveReads(network, list, account), extra: extraReads?.(list) },
      [network, list, account, extraReads],
    ),
  )
  // When what is read changes (another account, one more series), the former block stays on screen meanwhile.
  const [former, setFormer] = useState<Extract<typeof live, { status: 'ready' }>>()
  if (live.status === 'ready' && live.snapshot !== former?.snapshot) setFormer(live)
  const shown = live.status === 'loading' ? former : live
  const listNow = shown?.status === 'ready' ? knownValue(shown.snapshot.data.list) : undefined
  const readAt = shown?.status === 'ready' ? shown.snapshot.blockNumber : 0n
  // Only a newer block may change the list: two answers still in the cache would otherwise take turns for ever.
  if (listNow && list && listNow.length !== list.length && readAt > (grown?.blockNumber ?? -1n))
    setGrown({ list: listNow, blockNumber: readAt })

  for (const part of [first, terms, live]) if (part.status === 'error') return part
  if (firstList && !firstList.isKnown)
    return { status: 'error', reason: firstList.reason, retry: () => window.location.reload() }
  if (!list || terms.status !== 'ready' || shown?.status !== 'ready') return { status: 'loading' }
  return {
    status: 'ready',
    backstop: backstopOf(list, terms.snapshot, shown.snapshot, account, shown.isStale),
    extra: shown.snapshot.data.extra,
  }
}

type Live = Readings<ReturnType<typeof liveReads>>

function backstopOf(
  list: readonly SeriesAddresses[],
  terms: Snapshot<ReturnType<typeof termsReads>>,
  { data, blockNumber, timestamp }: Omit<Snapshot<unknown>, 'data'> & { readonly data: Live },
  account: Address | undefined,
  isStale: boolean,
): Backstop {
  // A former snapshot may be another account's.
  const mine = data.people.find((person) => person.positions[0]?.source.args[0] === account)
  return {
    blockNumber,
    timestamp,
    isStale,
    usdt: usdtFacts(data.usdt, account),
    series: list.flatMap((addresses, id) => {
      const known = terms.data[id]
      const reads = data.series[id]
      if (!known?.isKnown || !reads) return []
      return [
        {
          id,
          name: known.value.name,
          addresses,
          terms: known.value,
          ...reads,
          position: mine?.positions[id],
        },
      ]
    }),
    unreadable: terms.data.flatMap((reading, id) =>
      reading.isKnown ? [] : [{ id, reason: reading.reason }],
    ),
  }
}
