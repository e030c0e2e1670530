import { useMemo, useState } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import type { Snapshot } from '../chain/read'
import { useFixed, useSnapshot } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import { listReads, liveReads, termsReads } from './snapshot'
import type { Backstop, SeriesAddresses } from './snapshot'
import { joinReadings } from './view'

type BackstopView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | { readonly status: 'ready'; readonly backstop: Backstop }

/**
 * Everything the backstop pages show, of one block. The list of series and their terms are read once; from then on
 * every block costs one call, which also says when the list has grown.
 */
export function useBackstop(account: Address | undefined): BackstopView {
  const network = useNetwork()
  const first = useFixed('backstop.list', useMemo(() => listReads(network), [network]))
  const [grown, setGrown] = useState<readonly SeriesAddresses[]>()
  const firstList = first.status === 'ready' ? first.snapshot.data.list : undefined
  const list = grown ?? knownValue(firstList)
  const terms = useFixed('backstop.terms', useMemo(() => list && termsReads(list), [list]))
  const live = useSnapshot(
    'backstop.live',
    useMemo(() => list && liveReads(network, list, account), [network, list, account]),
  )
  const listNow = live.status === 'ready' ? knownValue(live.snapshot.data.list) : undefined
  if (listNow && list && listNow.length !== list.length) setGrown(listNow)

  for (const part of [first, terms, live]) if (part.status === 'error') return part
  if (firstList && !firstList.isKnown) return { status: 'error', reason: firstList.reason, retry: reload }
  if (!list || terms.status !== 'ready' || live.status !== 'ready') return { status: 'loading' }
  return { status: 'ready', backstop: backstopOf(list, terms.snapshot, live.snapshot, account, live.isStale) }
}

function reload(): void {
  window.location.reload()
}

type Terms = Snapshot<ReturnType<typeof termsReads>>
type Live = Snapshot<ReturnType<typeof liveReads>>

function backstopOf(
  list: readonly SeriesAddresses[],
  terms: Terms,
  { data, blockNumber, timestamp }: Live,
  account: Address | undefined,
  isStale: boolean,
): Backstop {
  // The former snapshot stays on screen while the next is read: it may be another account's.
  const mine = data.people.find((person) => person.balance.source.args[0] === account)
  return {
    blockNumber,
    timestamp,
    isStale,
    usdt: {
      isPaused: data.isPaused,
      fee: joinReadings(data.feeBps, data.maximumFee, (feeBps, maximumFeeUsdt) => ({ feeBps, maximumFeeUsdt })),
      balance: mine?.balance,
      isBlacklisted: mine?.isBlacklisted,
    },
    series: list.flatMap((addresses, id) => {
      const known = terms.data[id]
      const reads = data.series[id]
      if (!known?.isKnown || !reads) return []
      return [
        { id, name: known.value.name, addresses, terms: known.value, ...reads, position: mine?.positions[id] },
      ]
    }),
    unreadable: terms.data.flatMap((reading, id) => (reading.isKnown ? [] : [{ id, reason: reading.reason }])),
  }
}
