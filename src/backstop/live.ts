import type { Address } from 'viem'

import type { Network } from '../chain/config'
import type { At, Live, Shown } from '../chain/known'
import type { Read, Readings } from '../chain/read'
import { usdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { listReads, liveReads, SERIES_AT_ONCE, termsReads } from './snapshot'
import type { Backstop, Series, SeriesAddresses, Terms } from './snapshot'
import type { Many } from './sweep'

/** What only one page reads, in the same call as the rest; `known` is what it has learned for that from earlier blocks. */
export type Extra<Tree, Known> = {
  readonly initial: Known
  /** Of series that are left out nothing is read. */
  readonly reads: (list: readonly (SeriesAddresses | undefined)[], known: Known) => Tree
  readonly learn: (data: Readings<Tree>, known: Known) => Known
}

/** An extra that needs to know nothing but the list of series. */
export function plainExtra<Tree>(
  reads: (list: readonly (SeriesAddresses | undefined)[]) => Tree,
): Extra<Tree, undefined> {
  return { initial: undefined, reads, learn: () => undefined }
}

/** The ids of those series that a page shows. */
export type OnScreen = (series: readonly Series[]) => readonly number[]

/** The list of series, and the terms of those that have been read: they never change. */
export type BackstopKnown<ExtraKnown> = {
  readonly list: readonly SeriesAddresses[] | undefined
  readonly terms: readonly (Terms | undefined)[]
  readonly extra: ExtraKnown | undefined
  /** Of more series than are read with every block. */
  readonly many?: Many
}

/** What is asked for with one block. */
export type BackstopTree<Tree> = {
  readonly list: ReturnType<typeof listReads>['list'] | undefined
  /** Of the list, where its length is enough. */
  readonly count?: Read<bigint> | undefined
  readonly terms: readonly (ReturnType<typeof termsReads>[number] | undefined)[] | undefined
  readonly live: ReturnType<typeof liveReads> | undefined
  readonly extra: Tree | undefined
}

/** Everything of the Backstop at one block; `extra` and `extraKnown` belong together. */
export type BackstopPart<Tree, ExtraKnown> = {
  readonly backstop: Backstop
  readonly extra: Readings<Tree> | undefined
  readonly extraKnown: ExtraKnown | undefined
}

/**
 * The Backstop as reads and what they show. The list comes first, terms are asked for until they are known, and from
 * then on a block costs one call, which also says when the list has grown. Of many series it tells the list only.
 */
export function backstopLive<Tree = undefined, ExtraKnown = undefined>(
  network: Network,
  account: Address | undefined,
  extra?: Extra<Tree, ExtraKnown>,
) {
  type Known = BackstopKnown<ExtraKnown>
  const reads = ({ list: all, terms, extra: extraKnown }: Known): BackstopTree<Tree> => {
    const list = isMany(all) ? undefined : all
    return {
      ...listReads(network),
      terms: list && termsReads(list).map((one, id) => (terms[id] ? undefined : one)),
      live: list && liveReads(network, list, account),
      extra: list && extra?.reads(list, extraKnown ?? extra.initial),
    }
  }
  type Data = Readings<BackstopTree<Tree>>

  return {
    initial: { list: undefined, terms: [], extra: extra?.initial } as Known,
    reads,
    learn(data: Data, known: Known) {
      const list = knownValue(data.list)
      if (!list) return undefined
      return {
        list,
        terms: list.map(({ series }, id) =>
          known.list?.[id]?.series === series ? (known.terms[id] ?? knownValue(data.terms?.[id])) : undefined,
        ),
        extra:
          extra && known.list
            ? extra.learn(data.extra as Readings<Tree>, known.extra ?? extra.initial)
            : known.extra,
      }
    },
    lasting: ({ list, terms }: Known): Known => ({ list, terms, extra: undefined }),
    view(data: Data, known: Known, at: At): Shown<BackstopPart<Tree, ExtraKnown>> {
      if (data.list && !data.list.isKnown && !known.list) return { status: 'error', reason: data.list.reason }
      const { list } = known
      if (!list || !data.live) return { status: 'loading' }
      return {
        status: 'ready',
        view: {
          backstop: backstopOf(list, known.terms, data.terms, data.live, account, at),
          extra: data.extra,
          extraKnown: known.extra,
        },
      }
    },
  } satisfies Live<Known, BackstopTree<Tree>, BackstopPart<Tree, ExtraKnown>>
}

export function isMany(list: readonly SeriesAddresses[] | undefined): boolean {
  return list !== undefined && list.length > SERIES_AT_ONCE
}

/** Undefined in the place of what is known already. */
type TermsData = readonly (Reading<Terms> | undefined)[] | undefined

function backstopOf(
  list: readonly SeriesAddresses[],
  terms: readonly (Terms | undefined)[],
  readTerms: TermsData,
  data: Readings<ReturnType<typeof liveReads>>,
  account: Address | undefined,
  at: At,
): Backstop {
  // A former snapshot may be another account's.
  const mine = data.people.find((person) => person.positions[0]?.source.args[0] === account)
  return {
    ...at,
    usdt: usdtFacts(data.usdt, account),
    series: list.flatMap((addresses, id) => {
      const known = terms[id] ?? knownValue(readTerms?.[id])
      const reads = data.series[id]
      if (!known || !reads) return []
      return [{ id, name: known.name, addresses, terms: known, ...reads, position: mine?.positions[id] }]
    }),
    unreadable: (readTerms ?? []).flatMap((reading, id) =>
      !reading || reading.isKnown ? [] : [{ id, reason: reading.reason }],
    ),
  }
}
