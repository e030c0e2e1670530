import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { priceHistory, type PriceLog } from './price-history'

const who: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const place = (logIndex: number, blockTimestamp?: bigint) => ({
  address: who,
  blockNumber: 5n,
  blockTimestamp,
  transactionHash: `0x${'ab'.repeat(32)}` as const,
  logIndex,
})
const queued = (logIndex: number, current: bigint, next: bigint, nextAt: bigint): PriceLog => {
  const args = { current, next, updatedAt: 1n, nextAt, isSecondSource: false }
  return { ...place(logIndex), eventName: 'PriceQueued', args }
}
const frozen = (logIndex: number, current: bigint, discarded: bigint): PriceLog => {
  return { ...place(logIndex, 7n), eventName: 'PriceFrozen', args: { by: who, current, discarded } }
}
const cleared = (logIndex: number, time?: bigint): PriceLog => {
  return { ...place(logIndex, time), eventName: 'PriceCleared', args: [] }
}
const points = (logs: readonly PriceLog[], current = 0n, next = 0n, nextAt = 0n) =>
  priceHistory(logs, { current, next, nextAt }).points.map(({ at, price }) => [at, price])

describe('a price that was queued', () => {
  it('has held from its hop on, if the next one says that it is current', () => {
    const logs = [queued(0, 0n, 10n, 100n), queued(1, 10n, 11n, 200n), queued(2, 11n, 12n, 300n)]
    const held = [
      [100n, 10n],
      [200n, 11n],
    ]
    expect(points(logs, 11n, 12n, 300n)).toEqual(held)
    expect(points(logs, 12n, 0n, 0n)).toEqual([...held, [300n, 12n]])
  })

  it('never has where a freeze discarded it', () => {
    const logs = [queued(0, 0n, 10n, 100n), queued(1, 10n, 11n, 200n), frozen(2, 10n, 11n)]
    expect(points(logs, 10n)).toEqual([[100n, 10n]])
    expect(points([...logs, cleared(3), queued(4, 0n, 12n, 900n)], 12n)).toEqual([
      [100n, 10n],
      [900n, 12n],
    ])
  })

  it('has until the freeze that came after it', () => {
    expect(points([queued(0, 0n, 10n, 100n), frozen(1, 10n, 0n)], 10n)).toEqual([[100n, 10n]])
  })

  it('is judged by its time where a new source ended it, and left out where no time is known', () => {
    expect(points([queued(0, 0n, 10n, 100n), cleared(1, 100n)])).toEqual([[100n, 10n]])
    expect(points([queued(0, 0n, 10n, 100n), cleared(1, 99n)])).toEqual([])
    expect(points([queued(0, 0n, 10n, 100n), cleared(1)])).toEqual([])
  })

  it('is left out where a freeze of another price ended it', () => {
    expect(points([queued(0, 0n, 10n, 100n), queued(1, 0n, 12n, 900n)], 12n)).toEqual([[900n, 12n]])
  })
})

it('tells freezes and their ends, newest first', () => {
  const { breaks } = priceHistory([frozen(0, 10n, 11n), cleared(1, 9n)], {
    current: 0n,
    next: 0n,
    nextAt: 0n,
  })
  expect(breaks.map(({ frozenBy, discarded, time }) => [frozenBy, discarded, time])).toEqual([
    [undefined, 0n, 9n],
    [who, 11n, 7n],
  ])
})
