import { describe, expect, it } from 'vitest'

import { takeOf } from '../math/collateral'
import { needOf, priceAt, type Auction } from '../math/collateral-auction'
import { WAD } from '../math/units'
import { anewOf, termsOf, wayOf } from './auction-stand'
import { known, parameters, typeOf, unknown } from './test-collateral'

/** 100 at 120, falling to 0 in 4 hours, for 6,000. */
const auction: Auction = {
  ...{ startedAt: 1_000n, top: 120n * WAD, tauSeconds: 14_400n, tailSeconds: 7_200n, cusp: (4n * WAD) / 10n },
  ...{ lot: 100n * WAD, keeperBps: 1_000n },
  ...{ principal: 5_000n * WAD, interest: 100n * WAD, late: 0n, penalty: 900n * WAD },
}
const dust = 100n * WAD
const now = 1_600n
const price = priceAt(auction, now)
const terms = (ask: bigint | undefined, maxPrice = price) =>
  termsOf({ id: 1n }, auction, { ask, maxPrice, price, dust, now })

describe('a take (C7)', () => {
  it('of all pays what is needed, and gets no less until it is signed', () => {
    const all = terms(undefined)
    expect(all?.paid).toBe(needOf(auction))
    expect(all?.leastTaken).toBe(all?.taken)
  })
  it('of a part gets just that, and pays at most what it costs now', () => {
    expect(terms(10n * WAD)).toMatchObject({ taken: 10n * WAD, leastTaken: 10n * WAD, paid: 10n * price })
  })
  it('may cost what it would at a higher price that is accepted', () => {
    expect(terms(10n * WAD, 120n * WAD)?.paid).toBe(1_200n * WAD)
  })
  it('gets no less at any second until it is signed than it says', () => {
    for (const ask of [1n, 20n, 51n, 52n, 53n, 55n, 60n, 90n].map((whole) => whole * WAD)) {
      const least = terms(ask)?.leastTaken ?? 0n
      for (let at = now; at < now + 3_600n; at += 7n) {
        const { taken } = takeOf(ask, auction.lot, needOf(auction), priceAt(auction, at), dust)
        expect(taken).toBeGreaterThanOrEqual(least)
      }
    }
  })
  it('of so small a part that too little is left is none', () => {
    const small = { ...auction, principal: dust, interest: 0n, penalty: 0n }
    expect(termsOf({ id: 1n }, small, { ask: 1n, maxPrice: price, price, dust, now })).toBeUndefined()
  })
})

describe('the way of a price (C7)', () => {
  it('pays from the first second at which it gains, and later with gas', () => {
    const way = wayOf(auction, dust, 100n * WAD, 0n)
    const gain = (at: bigint) => {
      const { taken, paid } = takeOf(auction.lot, auction.lot, needOf(auction), priceAt(auction, at), dust)
      return (taken * 100n * WAD) / WAD - paid
    }
    const at = way.profitableAt ?? 0n
    expect([gain(at - 1n) > 0n, gain(at) > 0n]).toEqual([false, true])
    expect(wayOf(auction, dust, 100n * WAD, 50n * WAD).profitableAt).toBeGreaterThan(at)
    expect(way.resetAt).toBe(8_200n)
  })
  it('is not known without a price, and has no such moment where it must be reset before', () => {
    expect(wayOf(auction, dust, 0n, 0n).profitableAt).toBeUndefined()
    expect(wayOf(auction, dust, WAD, 0n).profitableAt).toBeUndefined()
  })
  it('begins anew by the terms of now', () => {
    const anew = anewOf(auction, { ...typeOf(1, []), parameters: known(parameters) }, 100n * WAD, 9n)
    expect(anew).toMatchObject({ startedAt: 9n, top: 100n * WAD, lot: auction.lot, tauSeconds: 3_600n })
    expect(anewOf(auction, { parameters: unknown }, 100n * WAD, 9n)).toBeUndefined()
    expect(anewOf(auction, { parameters: known(parameters) }, 0n, 9n)).toBeUndefined()
  })
})
