import { describe, expect, it } from 'vitest'

import type { Network } from '../chain/config'
import { isSameData } from '../chain/known'
import { answerReads } from '../chain/testing/answer-reads'
import type { Answerer } from '../chain/testing/answer-reads'
import { manyLive } from './live-many'
import { SERIES_AT_ONCE } from './snapshot'
import type { SeriesAddresses } from './snapshot'
import { SWEEP_BLOCKS } from './sweep'
import { account, addresses, network, positionWith, stateIn, terms } from './test-series'

const at = { blockNumber: 7n, timestamp: 9n, isStale: false }
const firstTwo = () => [0, 1]
const source = manyLive(network as unknown as Network, account, firstTwo)

describe('more series than are read with every block', () => {
  const many = Array.from({ length: 60 }, (_, id) => {
    const at = (part: string) => `0x${part}${id.toString(16).padStart(39, '0')}` as const
    return { ...addresses, series: at('a'), pool: at('b') }
  })
  const calls = (known: typeof source.initial, functionName: string) => {
    let count = 0
    answerReads(source.reads(known), (name) => {
      if (name === functionName) count += 1
      return 0n
    })
    return count
  }
  const chainOf =
    (list: readonly SeriesAddresses[]): Answerer =>
    (name) => {
      if (name === 'seriesCount') return BigInt(list.length)
      if (name === 'allSeries') return list
      if (name === 'terms') return terms
      if (name === 'state') return stateIn('Staking')
      return name === 'position' ? positionWith() : 0n
    }
  /** Blocks are answered until nothing new is asked for, all at one block. */
  function settle(known: typeof source.initial, chain: Answerer, blockNumber = 1n) {
    const shown: string[] = []
    for (let round = 0; round < 20; round += 1) {
      const data = answerReads(source.reads(known), chain, blockNumber)
      const next = source.learn(data, known) ?? known
      const view = source.view(data, known, { ...at, blockNumber })
      shown.push(view.status)
      if (isSameData(next, known)) return { known, shown, view }
      known = next
    }
    throw new Error('It never settles.')
  }

  it('are read in parts, and shown once all of them were', () => {
    const { shown, view, known } = settle(source.initial, chainOf(many))
    expect(shown.indexOf('ready')).toBe(Math.ceil(many.length / SERIES_AT_ONCE))
    expect(view).toMatchObject({ view: { backstop: { othersSince: 1n, unreadable: [] } } })
    expect(view.status === 'ready' && view.view.backstop.series.map(({ id }) => id)).toEqual([...many.keys()])
    expect([...known.terms]).toEqual(many.map(() => terms))
  })
  it('cost what is on screen from then on, and no list', () => {
    const { known } = settle(source.initial, chainOf(many))
    expect(
      ['state', 'position', 'terms', 'allSeries', 'seriesCount'].map((name) => calls(known, name)),
    ).toEqual([2, 2, 0, 0, 1])
  })
  it('are all read again after some blocks, and it is said since when they are as they are', () => {
    const first = settle(source.initial, chainOf(many))
    const before = settle(first.known, chainOf(many), SWEEP_BLOCKS)
    expect(before.view).toMatchObject({ view: { backstop: { othersSince: 1n } } })
    const after = settle(before.known, chainOf(many), SWEEP_BLOCKS + 1n)
    expect(after.shown.every((status) => status === 'ready')).toBe(true)
    expect(after.view).toMatchObject({ view: { backstop: { othersSince: SWEEP_BLOCKS + 1n } } })
  })
  it('are read anew when one is added', () => {
    const { known } = settle(source.initial, chainOf(many.slice(0, -1)))
    const { view } = settle(known, chainOf(many), 2n)
    expect(view.status === 'ready' && view.view.backstop.series).toHaveLength(many.length)
  })
  it('are read anew for another account, and nothing of the former one is shown', () => {
    const { known } = settle(source.initial, chainOf(many))
    const theirs = manyLive(network as unknown as Network, addresses.pool, firstTwo)
    const data = answerReads(theirs.reads(known), chainOf(many))
    expect(theirs.view(data, known, at)).toEqual({ status: 'loading' })
  })
})
