import { describe, expect, it } from 'vitest'

import { displayDateTime } from '../math/time'
import type { Answer } from '../system/EachSystem'
import type { OverviewView } from '../system/overview'
import type { System } from '../system/system'
import { par, partOf } from '../system/worth'
import { gapsText, worthIn } from './worth-history'

const systemOf = (index: number) => ({ id: `jar${index}`, name: `Jar ${index}` }) as System
const usd = { symbol: 'USDT', decimals: 6 }
const told = (...views: readonly OverviewView[]) => [
  {
    account: '0xA' as const,
    answers: views.map((view, index): Answer<OverviewView> => ({ system: systemOf(index), view })),
  },
]
const holds = (amount: bigint | undefined): OverviewView => ({
  ...{ status: 'ready', isStale: false, isWhole: true, todos: [], figures: null },
  worth: { parts: partOf(amount, usd, par('USDT'), { key: 'a', where: '' }), notCounted: [] },
})
const error = (reason: string): OverviewView => ({ status: 'error', reason, retry: () => undefined })

describe('the worth in a block of the past', () => {
  it('is told where everything could be read, and nothing is told before', () => {
    expect(worthIn(told(holds(5_000_000n), { status: 'loading' }))).toBeUndefined()
    expect(worthIn(told(holds(5_000_000n), holds(0n)))).toEqual({ cents: 500n })
  })
  it('is no smaller sum where a part is not known', () => {
    expect(worthIn(told(holds(5_000_000n), holds(undefined)))).toEqual({
      reason: 'Not everything could be read.',
    })
    expect(worthIn(told(holds(5_000_000n), error('missing trie node')))).toEqual({
      reason: 'missing trie node',
    })
  })
})

describe('what is said of the past that is not known', () => {
  const known = { blockNumber: 9n, time: 900n, cents: 1n }
  const gone = { blockNumber: 5n, time: 500n, reason: 'The chain could not be read: missing trie node.' }
  it('is nothing where all is known', () => {
    expect(gapsText([known])).toBeUndefined()
  })
  it('is when, and why', () => {
    expect(gapsText([{ blockNumber: 1n, reason: 'x' }, { blockNumber: 9n, time: 900n }, known])).toBe(
      `Not known in block 1 and ${displayDateTime(900n)}. Not everything could be read then: a contract may not have been there yet.`,
    )
    expect(gapsText([gone, known])).toBe(
      `Not known ${displayDateTime(500n)}. This node does not keep states that old; an archive node does.`,
    )
  })
  it('is that nothing can be told where nothing is', () => {
    expect(gapsText([gone])).toMatch(/^Nothing can be told of the past\. This node does not keep/)
  })
})
