import { describe, expect, it } from 'vitest'

import type { Network } from '../chain/config'
import { isSameData } from '../chain/known'
import { answerReads } from '../chain/testing/answer-reads'
import type { Answerer } from '../chain/testing/answer-reads'
import { backstopLive } from './live'
import { SERIES_AT_ONCE } from './snapshot'
import type { SeriesAddresses, Terms } from './snapshot'
import { account, addresses, network, positionWith, stateIn, terms } from './test-series'

const at = { blockNumber: 7n, timestamp: 9n, isStale: false }
const other = { ...addresses, series: '0x00000000000000000000000000000000000000Aa' } as const
const source = backstopLive(network as unknown as Network, account)
const knowing = (list: readonly SeriesAddresses[], ...known: readonly (Terms | undefined)[]) => ({
  ...source.initial,
  list,
  terms: known,
})

const chainWith =
  (list: readonly unknown[] | undefined, hasTerms = true): Answerer =>
  (name) => {
    if (name === 'allSeries') return list
    if (name === 'terms') return hasTerms ? terms : undefined
    if (name === 'state') return stateIn('Staking')
    return name === 'position' ? positionWith() : 0n
  }

/** One block: what is shown of its answer, and what is known after it. */
function block(known: ReturnType<typeof source.lasting>, chain: Answerer) {
  const data = answerReads(source.reads(known), chain)
  return { data, shown: source.view(data, known, at), next: source.learn(data, known) ?? known }
}

describe('the Backstop, block by block', () => {
  it('reads the list, then everything, then no terms any more', () => {
    const chain = chainWith([addresses])
    const first = block(source.initial, chain)
    expect(first.shown.status).toBe('loading')
    const second = block(first.next, chain)
    expect(second.shown).toMatchObject({
      view: { backstop: { ...at, series: [{ id: 0, name: terms.name, terms }], unreadable: [] } },
    })
    const third = block(second.next, chain)
    expect(third.data.terms).toEqual([undefined])
    expect(third.shown).toMatchObject({ view: { backstop: { series: [{ terms }] } } })
    expect(isSameData(third.next, second.next)).toBe(true)
  })

  it('asks for the terms of a new series, and of another in the place of a known one', () => {
    const known = knowing([addresses], terms)
    expect(block(known, chainWith([addresses, other])).next.terms).toEqual([terms, undefined])
    expect(block(known, chainWith([other])).next.terms).toEqual([undefined])
  })

  it('names a series whose terms fail, and asks again', () => {
    const known = knowing([addresses], undefined)
    const { shown, next } = block(known, chainWith([addresses], false))
    expect(shown).toMatchObject({
      view: { backstop: { series: [], unreadable: [{ id: 0, reason: 'Series did not answer terms.' }] } },
    })
    expect(next.terms).toEqual([undefined])
  })

  it('says why nothing is known, but keeps the series it knows', () => {
    expect(block(source.initial, chainWith(undefined)).shown).toMatchObject({ status: 'error' })
    const known = knowing([addresses], terms)
    expect(block(known, chainWith(undefined))).toMatchObject({ shown: { status: 'ready' }, next: known })
  })

  it('reads and shows nothing but the list of more series than are read with every block', () => {
    const list = Array.from({ length: SERIES_AT_ONCE + 1 }, () => addresses)
    const { data, shown } = block(knowing(list), chainWith(list))
    expect(data).toMatchObject({ list: { value: list }, terms: undefined, live: undefined })
    expect(shown.status).toBe('loading')
  })

  it('never shows the stake of another account', () => {
    const known = knowing([addresses], terms)
    const theirs = backstopLive(network as unknown as Network, addresses.pool)
    const data = answerReads(theirs.reads(known), chainWith([addresses]))
    const shown = source.view(data, known, at)
    expect(shown.status === 'ready' && shown.view.backstop.series[0]?.position).toBeUndefined()
  })
})
