import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RAY } from './collateral'
import { afterReset, afterTake, auctionOf, gainOf, gainOfAll, needOf, needsReset, priceAt, profitableFrom, resetFrom, type Auction, type AuctionTerms } from './collateral-auction' // prettier-ignore
import { WAD } from './units'

const START = 1_800_000_000n
const terms: AuctionTerms = {
  tauSeconds: 7_200n,
  tailSeconds: 5_400n,
  cusp: (WAD * 4n) / 10n,
  keeperBps: 1_000n,
  buffer: (WAD * 12n) / 10n,
  penaltyBps: 1_100n,
}
/** Vault 17 of the screens at its liquidation price: 9,800 of debt, 400 at 73.50. */
const vault = {
  ...{ collateral: 400n * WAD, art: 9_700n * WAD, principal: 9_500n * WAD },
  ...{ late: 100n * WAD, due: 0n, nextDate: 1n },
}
const price = (7_350n * WAD) / 100n
const auction = auctionOf(vault, RAY, price, terms, START)
const DUST = 500n * WAD

describe('an auction (C7)', () => {
  it('asks for the debt and 11%, and begins above the price', () => {
    expect(auction).toMatchObject({
      top: (8_820n * WAD) / 100n,
      lot: 400n * WAD,
      principal: 9_500n * WAD,
      interest: 200n * WAD,
      late: 100n * WAD,
      penalty: 1_078n * WAD,
    })
    expect(needOf(auction)).toBe(10_878n * WAD)
  })

  it('returns 252 of 400 where it sells at 73.50', () => {
    const { taken, end, keeperPart } = afterTake(auction, 400n * WAD, price, DUST) ?? {}
    expect(taken).toBe(148n * WAD)
    expect(end).toEqual({ returned: 252n * WAD, badDebt: 0n, forgone: 0n })
    expect(keeperPart).toBe((1_078n * WAD) / 10n)
  })

  it('pays principal, interest, late fees, penalty', () => {
    const first = afterTake(auction, 100n * WAD, 96n * WAD, DUST)
    expect(first?.payment).toEqual({ principal: 9_500n * WAD, interest: 100n * WAD, late: 0n, penalty: 0n })
    expect(first?.end).toBeUndefined()
    const second = first && afterTake(first.auction, 400n * WAD, 96n * WAD, DUST)
    expect(second?.payment).toEqual({
      principal: 0n,
      interest: 100n * WAD,
      late: 100n * WAD,
      penalty: 1_078n * WAD,
    })
    expect(second?.end?.returned).toBe((2_866_875n * WAD) / 10_000n)
  })

  it('ends with bad debt where the lot ends first; the rest is forgone', () => {
    const cheap = afterTake(auction, 400n * WAD, 20n * WAD, DUST)
    expect(cheap).toMatchObject({ taken: 400n * WAD, paid: 8_000n * WAD, keeperPart: 0n })
    expect(cheap?.end).toEqual({ returned: 0n, badDebt: 1_500n * WAD, forgone: 1_378n * WAD })
  })

  it('refuses a part that leaves dust, and takes all of it', () => {
    const small: Auction = { ...auction, principal: 0n, interest: 0n, late: 0n, penalty: DUST }
    expect(afterTake(small, WAD, price, DUST)).toBeUndefined()
    expect(afterTake(small, 400n * WAD, price, DUST)?.end?.badDebt).toBe(0n)
  })

  it('loses nothing, however it is taken', () => {
    const asks = fc.array(fc.tuple(fc.bigInt(1n, 500n * WAD), fc.bigInt(WAD, 100n * WAD)), { maxLength: 6 })
    fc.assert(
      fc.property(asks, (takes) => {
        let running = auction
        let [paid, taken] = [0n, 0n]
        for (const [ask, px] of takes) {
          const step = afterTake(running, ask, px, DUST)
          if (step === undefined) continue
          const { principal, interest, late, penalty } = step.payment
          expect(principal + interest + late + penalty).toBe(step.paid)
          running = step.auction
          paid += step.paid
          taken += step.taken
          if (step.end === undefined) continue
          expect(step.end.returned).toBe(auction.lot - taken)
          expect(step.end.badDebt + step.end.forgone).toBe(needOf(auction) - paid)
          break
        }
        expect(running.lot + taken).toBe(auction.lot)
        expect(needOf(running) + paid).toBe(needOf(auction))
      }),
    )
  })
})

describe('its price and its end', () => {
  it('falls evenly, and must be reset at the cusp or the tail, whichever is first', () => {
    expect(priceAt(auction, START + 3_600n)).toBe((4_410n * WAD) / 100n)
    // 40% of the top after 60% of tau.
    expect(resetFrom(auction)).toBe(START + 4_321n)
    expect(needsReset(auction, START + 4_320n)).toBe(false)
    expect(resetFrom({ ...auction, tailSeconds: 600n })).toBe(START + 600n)
    expect(resetFrom({ ...auction, cusp: WAD })).toBe(START + 1n)
  })

  it('begins anew at the price of then, with all that is needed', () => {
    const later = afterReset(auction, 50n * WAD, { ...terms, keeperBps: 5n }, START + 9_000n)
    expect(later).toEqual({ ...auction, startedAt: START + 9_000n, top: 60n * WAD, keeperBps: 5n })
  })
})

describe('what a take gains', () => {
  const gas = 2n * WAD

  it('is what is really taken at the oracle’s price, less cost and gas', () => {
    expect(gainOf({ taken: 148n * WAD, paid: 10_878n * WAD }, 74n * WAD, gas)).toBe(72n * WAD)
    expect(gainOf({ taken: 0n, paid: 7n }, price, 0n)).toBe(-7n)
  })

  it('is worth it from the second that is told on', () => {
    const gain = gainOfAll(auction, DUST, price, gas)
    const from = profitableFrom(auction, START, gain, 1n) ?? 0n
    expect(from).toBeGreaterThan(START)
    expect(gain(priceAt(auction, from))).toBeGreaterThanOrEqual(1n)
    expect(gain(priceAt(auction, from - 1n))).toBeLessThan(1n)
    expect(profitableFrom(auction, from + 5n, gain, 1n)).toBe(from + 5n)
  })

  it('may never be, before a reset', () => {
    expect(profitableFrom(auction, START, gainOfAll(auction, DUST, 10n * WAD, gas), 1n)).toBeUndefined()
    expect(profitableFrom(auction, START + 5_000n, gainOfAll(auction, DUST, price, gas), 1n)).toBeUndefined()
  })

  it('is found for any size', () => {
    const sizes = fc.tuple(fc.bigInt(1n, 1_000n), fc.bigInt(WAD, 200n * WAD), fc.bigInt(0n, 100n * WAD))
    fc.assert(
      fc.property(sizes, ([lots, oracle, spent]) => {
        const other = { ...auction, lot: lots * WAD }
        const gain = gainOfAll(other, DUST, oracle, spent)
        const from = profitableFrom(other, START, gain, WAD)
        const end = resetFrom(other)
        if (from === undefined) expect(gain(priceAt(other, end - 1n))).toBeLessThan(WAD)
        else expect(gain(priceAt(other, from))).toBeGreaterThanOrEqual(WAD)
        if (from !== undefined && from > START) expect(gain(priceAt(other, from - 1n))).toBeLessThan(WAD)
      }),
    )
  })
})
