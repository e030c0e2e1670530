import type { Address } from 'viem'

import type { Network } from '../chain/config'
import type { At, Live, Shown } from '../chain/known'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { usdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { backstopLive } from './live'
import type { BackstopKnown, BackstopPart, BackstopTree, Extra, OnScreen } from './live'
import { listReads, liveReads, registryOf, termsReads } from './snapshot'
import type { Backstop, Position, Series, SeriesAddresses, Terms } from './snapshot'
import { idsToRead, sweptOn, unswept } from './sweep'
import type { Many, SeriesReadings } from './sweep'
import { t } from '../words/t'

/**
 * As `backstopLive`, of more series than can be read with every block: a block costs those on screen. The others are
 * read one part after the other before anything is shown, and again after some blocks.
 */
export function manyLive<Tree = undefined, ExtraKnown = undefined>(
  network: Network,
  account: Address | undefined,
  onScreen: OnScreen,
  extra?: Extra<Tree, ExtraKnown>,
) {
  type Known = BackstopKnown<ExtraKnown>
  const few = backstopLive(network, account, extra)
  const manyOf = ({ many }: Known): Many =>
    many && many.sweep.of === account ? many : { last: [], sweep: unswept(account), onScreen: [] }
  const reads = (known: Known): BackstopTree<Tree> => {
    const { list = [], terms, extra: extraKnown } = known
    const { sweep, onScreen: shown } = manyOf(known)
    const ids = idsToRead(list.length, shown, sweep)
    const some = list.map((one, id) => (ids.has(id) ? one : undefined))
    const isListDue = sweep.next === 0
    return {
      list: isListDue ? listReads(network).list : undefined,
      count: isListDue ? undefined : countRead(network),
      terms: termsReads(list).map((one, id) => (terms[id] || !ids.has(id) ? undefined : one)),
      live: liveReads(network, some, account),
      extra: extra?.reads(some, extraKnown ?? extra.initial),
    }
  }
  type Data = Readings<BackstopTree<Tree>>

  return {
    initial: few.initial,
    reads,
    learn(data: Data, known: Known): Known | undefined {
      const list = data.list ? knownValue(data.list) : known.list
      if (!list || !data.live || !known.list) return list && { ...known, list }
      const isSame = (id: number) => known.list?.[id]?.series === list[id]?.series
      const terms = list.map((_, id) =>
        isSame(id) ? (known.terms[id] ?? knownValue(data.terms?.[id])) : undefined,
      )
      const { sweep, last } = manyOf(known)
      const { live } = data
      const told = list.map((_, id) => (isSame(id) ? readingsOf(id, live, last, account) : undefined))
      const count = knownValue(data.count)
      const isGrown = count !== undefined && count !== BigInt(list.length)
      const isListNew = isGrown || !list.every((_, id) => isSame(id))
      const at = data.live.usdt.isPaused.source.blockNumber
      const isAllRead = told.every((one) => one !== undefined)
      return {
        list,
        terms,
        many: {
          last: told,
          sweep: sweptOn(list.length, sweep, at, isListNew),
          onScreen: isAllRead ? onScreen(seriesOf(list, terms, told)) : [],
        },
        extra: extra ? extra.learn(data.extra as Readings<Tree>, known.extra ?? extra.initial) : known.extra,
      }
    },
    lasting: ({ list, terms, many }: Known): Known => ({
      list,
      terms,
      extra: undefined,
      ...(many && { many: { ...many, onScreen: [] } }),
    }),
    view(data: Data, known: Known, at: At): Shown<BackstopPart<Tree, ExtraKnown>> {
      const { list } = known
      if (!list || !data.live) return few.view(data, known, at)
      const { last } = manyOf(known)
      const { live } = data
      const read = list.map((_, id) => readingsOf(id, live, last, account))
      // No list and no total is shown over a part of the series. trust.md D40
      if (read.some((one) => one === undefined)) return { status: 'loading' }
      const terms = list.map((_, id) => known.terms[id] ?? knownValue(data.terms?.[id]))
      return {
        status: 'ready',
        view: {
          backstop: {
            ...at,
            usdt: usdtFacts(data.live.usdt, account),
            series: seriesOf(list, terms, read),
            othersSince: oldestOf(read, at.blockNumber),
            unreadable: unreadableOf(terms, data.terms),
          },
          extra: data.extra,
          extraKnown: known.extra,
        },
      }
    },
  } satisfies Live<Known, BackstopTree<Tree>, BackstopPart<Tree, ExtraKnown>>
}

/** How many there are: enough to know whether the list has grown, and short however long it is. */
function countRead(network: Network) {
  return read({ ...registryOf(network), functionName: 'seriesCount', args: [] })
}

type LiveData = Readings<ReturnType<typeof liveReads>>

/** What this block tells of a series, else what an earlier one told; undefined while nothing was read for this account. */
function readingsOf(
  id: number,
  live: LiveData,
  last: readonly (SeriesReadings | undefined)[],
  account: Address | undefined,
): SeriesReadings | undefined {
  const now = live.series[id]
  if (!now) return isOf(last[id]?.position, account) ? last[id] : undefined
  // A former snapshot may be another account's.
  const position = live.people.map(({ positions }) => positions[id]).find((one) => isOf(one, account))
  return { ...now, position }
}

function isOf(position: Reading<Position> | undefined, account: Address | undefined): boolean {
  return position?.source.args[0] === account
}

function seriesOf(
  list: readonly SeriesAddresses[],
  terms: readonly (Terms | undefined)[],
  read: readonly (SeriesReadings | undefined)[],
): readonly Series[] {
  return list.flatMap((addresses, id) => {
    const [known, readings] = [terms[id], read[id]]
    return known && readings ? [{ id, name: known.name, addresses, terms: known, ...readings }] : []
  })
}

function unreadableOf(
  terms: readonly (Terms | undefined)[],
  readTerms: readonly (Reading<Terms> | undefined)[] = [],
): Backstop['unreadable'] {
  return terms.flatMap((known, id) => {
    const reading = readTerms[id]
    if (known) return []
    return [{ id, reason: reading?.isKnown === false ? reading.reason : t`Its terms were not read yet.` }]
  })
}

/** The oldest block that any of it is from. */
function oldestOf(read: readonly (SeriesReadings | undefined)[], newest: bigint): bigint {
  return read.reduce((oldest, one) => {
    const at = one?.state.source.blockNumber ?? newest
    return at < oldest ? at : oldest
  }, newest)
}
