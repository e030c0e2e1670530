import { afterEach, describe, expect, it } from 'vitest'

import { oneNodeFor, splitWatched } from './one-node'
import type { Runtime } from './runtime'
import { safeStorage } from './safe-storage'

const KEY = 'ballast.split.7'
const [one, two, three] = [`0x${'1'.repeat(40)}`, `0x${'2'.repeat(40)}`, `0x${'3'.repeat(40)}`] as const

afterEach(() => safeStorage.removeItem(KEY))

/** Only what is looked at; a client is told apart by its host. */
const runtimeOf = (...hosts: string[]) =>
  ({
    network: { chainId: 7 },
    client: 'all',
    nodes: hosts.map((host) => ({ host, client: host })),
  }) as unknown as Runtime

describe('the node that is asked about a watched address', () => {
  it('is another one for each, as far as there are nodes, and the first one last', () => {
    const whole = runtimeOf('a', 'b')
    expect([one, two, three].map((account) => oneNodeFor(whole, account).client)).toEqual(['b', 'a', 'b'])
  })

  it('is the only one that histories are read from', () => {
    const whole = runtimeOf('a', 'b')
    const served = { ...whole, network: { ...whole.network, historyUrl: 'https://events.example' } }
    const { nodes, network } = oneNodeFor(served, one)
    expect(nodes.map(({ host }) => host)).toEqual(['b'])
    expect(network).toEqual({ chainId: 7, historyUrl: undefined })
  })

  it('is the same on each visit, whatever else is watched and in whatever order nodes are asked', () => {
    oneNodeFor(runtimeOf('a', 'b', 'c'), one)
    oneNodeFor(runtimeOf('a', 'b', 'c'), two)
    const later = runtimeOf('c', 'b', 'a')
    expect(oneNodeFor(later, three).client).toBe('a')
    expect(oneNodeFor(later, two).client).toBe('b')
    expect(oneNodeFor(later, `0x${one.slice(2).toUpperCase()}`).client).toBe('c')
  })

  it('is chosen anew where it is configured no longer', () => {
    oneNodeFor(runtimeOf('a', 'gone'), one)
    expect(oneNodeFor(runtimeOf('a', 'b'), one).client).toBe('b')
  })

  it('is no single one where there is none to choose', () => {
    const alone = runtimeOf('a')
    expect(oneNodeFor(alone, one)).toBe(alone)
    expect(safeStorage.getItem(KEY)).toBeNull()
  })

  it('is read by the same object each time: what was learnt is kept by it', () => {
    const whole = runtimeOf('a', 'b')
    expect(oneNodeFor(whole, one)).toBe(oneNodeFor(whole, one))
  })

  it.each(['{', '7', '[7]', '[["a"]]', '[[1,2]]', 'null'])('is found although %s is stored', (text) => {
    safeStorage.setItem(KEY, text)
    expect(oneNodeFor(runtimeOf('a', 'b'), one).client).toBe('b')
  })

  it('is remembered for a hundred addresses at most', () => {
    const whole = runtimeOf('a', 'b')
    for (let n = 0; n < 120; n += 1) oneNodeFor(whole, `0x${`${n}`.padStart(40, '0')}`)
    expect(JSON.parse(safeStorage.getItem(KEY) ?? '')).toHaveLength(100)
  })
})

it('is off until somebody wants it, and off again', () => {
  expect(splitWatched.get()).toBe(false)
  splitWatched.set(true)
  expect(safeStorage.getItem('ballast.split')).toBe('yes')
  splitWatched.set(false)
  expect(safeStorage.getItem('ballast.split')).toBeNull()
})
