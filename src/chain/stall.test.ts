import { describe, expect, it } from 'vitest'

import { stallOf } from './stall'

const now = 1_800_000_000
const head = (ageSeconds: number, seenSecondsAgo = 0) => ({
  number: 7n,
  timestamp: BigInt(now - ageSeconds),
  hash: '0x1' as const,
  parentHash: '0x0' as const,
  seenAtMs: (now - seenSecondsAgo) * 1000,
})

describe('stallOf', () => {
  it('is silent about a head that moves', () => {
    expect(stallOf(head(12, 11), 12, now * 1000)).toBeUndefined()
    expect(stallOf(head(130, 119), 12, now * 1000)).toBeUndefined()
  })

  it('tells of a head that stopped, by the pace of the chain', () => {
    expect(stallOf(head(61, 61), 2, now * 1000)).toMatch(/no newer block than 7/)
    expect(stallOf(head(121, 121), 12, now * 1000)).toMatch(/no newer block than 7/)
  })

  it('tells of an old head at first sight, and does not mind a clock that runs behind', () => {
    expect(stallOf(head(1_000), 12, now * 1000)).toMatch(/over 15 minutes old/)
    expect(stallOf(head(-86_400), 12, now * 1000)).toBeUndefined()
  })
})
