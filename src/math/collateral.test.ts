import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as math from './collateral'
import { RAY } from './collateral'
import { MAX_UINT256, WAD } from './units'

const percent = (value: bigint) => (value * WAD) / 100n
const [LR500, CRT, LEVEL0] = [percent(500n), percent(150n), percent(110n)]

const amount = fc.oneof(fc.bigInt(0n, 10n ** 28n), fc.bigInt(0n, 1_000n))
const held = fc.oneof(fc.bigInt(1n, 10n ** 28n), fc.bigInt(1n, 1_000n))
const price = fc.oneof(fc.bigInt(1n, 10n ** 22n), fc.bigInt(1n, 1_000n))
const ratio = fc.bigInt(WAD, 5n * WAD)
const rate = fc.bigInt(RAY, 3n * RAY)

describe('phase 1 (C1, C2, C6, C12)', () => {
  it('allows 700 TUSDT a day at target, m = 0.7, 2 TAO a day at 250', () => {
    // At target and 150% the cap is 2·m·Rd, whatever is out.
    const [outstanding, added] = [1_000n * WAD, 500n * WAD]
    const cap = math.dayCapDown(1_500n * WAD, outstanding, added, CRT, percent(70n))
    expect(cap).toBe(700n * WAD)
    // Counting the inflow in C as well would have made 1,700 of it.
    expect(math.dayCapDown(2_000n * WAD, outstanding, added, CRT, percent(70n))).toBe(1_700n * WAD)
  })

  it('counts a removal whole, and has no room below nothing', () => {
    expect(math.dayCapDown(2_000n * WAD, 1_000n * WAD, -100n * WAD, CRT, percent(70n))).toBe(800n * WAD)
    expect(math.dayCapDown(1_500n * WAD, 1_000n * WAD, -1n, CRT, WAD)).toBe(0n)
    expect(math.dayCapDown(0n, -100n * WAD, 0n, CRT, WAD)).toBe(300n * WAD)
  })

  it('gives the cap to the unit: it fits, one unit more does not', () => {
    const inflow = fc.bigInt(-(10n ** 27n), 10n ** 27n)
    const target = fc.bigInt(WAD + 1n, 5n * WAD)
    fc.assert(
      fc.property(amount, amount, inflow, target, fc.bigInt(1n, WAD), (backing, out, added, t, m) => {
        const cap = math.dayCapDown(backing, out, added, t, m)
        const weighted = added > 0n ? m * added : WAD * added
        const fits = (minted: bigint) => backing * WAD + weighted + minted * WAD >= t * (out + minted)
        if (cap > 0n) expect(fits(cap)).toBe(true)
        expect(fits(cap + 1n)).toBe(false)
      }),
    )
  })

  it('sells TAO below 183.33…34', () => {
    // 1 TAO at 250 minted 250 TUSDT; a ratio of 150% is 1.5 TAO behind them, level 0 is 110%.
    expect(math.levelPriceUp((WAD * 3n) / 2n, 0n, 250n * WAD, LEVEL0)).toBe(183_333_333_333_333_333_334n)
    expect(math.levelPriceUp(WAD, 275_000_000n, 250n * WAD, LEVEL0)).toBe(0n)
    expect(math.levelPriceUp(WAD, 274_999_999n, 250n * WAD, LEVEL0)).toBe(10n ** 12n)
    expect(math.levelPriceUp(0n, 0n, 250n * WAD, LEVEL0)).toBe(0n)
    expect(math.levelPriceUp(WAD, 0n, 0n, LEVEL0)).toBe(0n)
  })

  it('crosses a level one unit below its price, and not at it', () => {
    fc.assert(
      fc.property(held, fc.bigInt(0n, 10n ** 15n), held, ratio, (tao, usd, out, level) => {
        const crossing = math.levelPriceUp(tao, usd, out, level)
        expect(math.isBacked(math.backingDown(tao, usd, crossing), out, level)).toBe(true)
        if (crossing > 0n)
          expect(math.isBacked(math.backingDown(tao, usd, crossing - 1n), out, level)).toBe(false)
      }),
    )
  })

  it('asks at a = p for (t·S − C) / (t − 1)', () => {
    const need = math.saleNeedUp(104n * WAD, 100n * WAD, LEVEL0, 250n * WAD, 250n * WAD)
    expect(need).toBe(60n * WAD)
    expect(math.saleNeedUp(104n * WAD - 1n, 100n * WAD, LEVEL0, 250n * WAD, 250n * WAD)).toBe(60n * WAD + 10n)
  })

  it('asks for the least that restores, and lowers the ratio by no sale at its floor', () => {
    const sale = fc.record({
      out: fc.bigInt(10n ** 6n, 10n ** 28n),
      shortBps: fc.bigInt(1n, 900n),
      recovery: fc.bigInt(LEVEL0, CRT),
      p: fc.bigInt(10n ** 12n, 10n ** 22n),
      above: fc.bigInt(0n, 10n ** 21n),
    })
    fc.assert(
      fc.property(sale, ({ out, shortBps, recovery, p, above }) => {
        const backing = (out * (11_000n - shortBps)) / 10_000n
        const floor = math.saleFloorUp(p, out, backing)
        const a = floor + above
        const need = math.saleNeedUp(backing, out, recovery, a, p)
        // As fractions of a·WAD: what is left of C is worth t of what is left of S.
        const restores = (x: bigint) => (backing * a - x * p) * WAD >= recovery * (out - x) * a
        expect(restores(need)).toBe(true)
        expect(restores(need - 1n)).toBe(false)
        expect((backing * floor - p) * out).toBeGreaterThanOrEqual(backing * (out - 1n) * floor)
        if (floor > 1n)
          expect((backing * (floor - 1n) - p) * out).toBeLessThan(backing * (out - 1n) * (floor - 1n))
      }),
    )
  })

  it('is restored by the take that ends its sale, whatever the backing was rounded by', () => {
    const sale = fc.record({
      tao: fc.bigInt(10n ** 18n, 10n ** 24n),
      usd: fc.bigInt(0n, 10n ** 12n),
      p: fc.bigInt(WAD, 1_000n * WAD),
      above: fc.bigInt(0n, 10n ** 20n),
      levelBps: fc.bigInt(10_100n, 10_999n),
    })
    fc.assert(
      fc.property(sale, ({ tao, usd, p, above, levelBps }) => {
        const backing = math.backingDown(tao, usd, p)
        const out = (backing * 10_000n) / levelBps
        const a = math.saleFloorUp(p, out, backing) + above
        const need = math.saleNeedUp(backing, out, LEVEL0, a, p)
        const { taken, paid } = math.saleTakeOf(tao, tao, need, a, p)
        if (paid < need) return
        const left = math.backingDown(tao - taken, usd, p)
        expect(math.isBacked(left, out - paid, LEVEL0)).toBe(true)
      }),
    )
  })

  it('pays a part where the backing is short, never more than is there', () => {
    expect(math.redeemedValueDown(10n, 100n, 100n)).toBe(10n)
    expect(math.redeemedValueDown(10n, 99n, 100n)).toBe(9n)
    expect(math.redeemedValueDown(10n, 0n, -1n)).toBe(10n)
    expect(math.isBacked(0n, 0n, LEVEL0)).toBe(true)
    expect(math.isBacked(110n, 100n, LEVEL0)).toBe(true)
    expect(math.isBacked(109n, 100n, LEVEL0)).toBe(false)
  })

  it('never pays back more TAO than a mint took', () => {
    fc.assert(
      fc.property(amount, price, fc.bigInt(0n, 10n ** 20n), (tao, low, spread) => {
        const tusdt = math.mintedDown(tao, low)
        expect(math.taoOfDown(tusdt, low + spread)).toBeLessThanOrEqual(tao)
        expect(math.usdOfDown(tusdt)).toBeLessThanOrEqual(math.surplusCostUp(tusdt))
      }),
    )
  })
})

describe('vaults (C4, C5, C6, C13, C14)', () => {
  it('is liquidated below 50 where 10 are drawn on 1 at 500%', () => {
    expect(math.liquidationPriceUp(10n * WAD, WAD, LR500)).toBe(50n * WAD)
  })

  it('is safe at its liquidation price, and not one unit below', () => {
    fc.assert(
      fc.property(held, held, ratio, (debt, collateral, lr) => {
        const lp = math.liquidationPriceUp(debt, collateral, lr)
        expect(math.isSafe(debt, collateral, lp, lr)).toBe(true)
        expect(math.isSafe(debt, collateral, lp - 1n, lr)).toBe(false)
      }),
    )
  })

  it('draws the most to the unit', () => {
    fc.assert(
      fc.property(amount, rate, amount, held, price, ratio, (art, index, late, collateral, low, mint) => {
        const most = math.maxDrawDown(art, index, late, collateral, low, mint)
        const fits = (x: bigint) =>
          math.isSafe(math.debtUp(art + math.drawnArtUp(x, index), index) + late, collateral, low, mint)
        if (most > 0n) expect(fits(most)).toBe(true)
        expect(fits(most + 1n)).toBe(false)
      }),
    )
  })

  it('withdraws the most to the unit, and everything without debt', () => {
    fc.assert(
      fc.property(held, held, price, ratio, (debt, collateral, low, mint) => {
        const most = math.maxWithdrawDown(debt, collateral, low, mint)
        if (most > 0n) expect(math.isSafe(debt, collateral - most, low, mint)).toBe(true)
        if (most < collateral) expect(math.isSafe(debt, collateral - most - 1n, low, mint)).toBe(false)
      }),
    )
    expect(math.maxWithdrawDown(0n, 7n, 0n, 0n)).toBe(7n)
  })

  it('closes a debt by paying it, and never clears more than was paid', () => {
    fc.assert(
      fc.property(held, rate, amount, (art, index, payment) => {
        const debt = math.debtUp(art, index)
        expect(math.clearedArtDown(debt, index)).toBe(art)
        const paid = payment % (debt + 1n)
        const left = math.debtUp(art - math.clearedArtDown(paid, index), index)
        expect(left).toBeGreaterThanOrEqual(debt - paid)
      }),
    )
  })

  it('takes of a payment what leaves no dust that was not there', () => {
    expect(math.paymentOf(100n, 90n, 20n)).toBe(90n)
    expect(math.paymentOf(89n, 90n, 20n)).toBe(70n)
    expect(math.paymentOf(70n, 90n, 20n)).toBe(70n)
    expect(math.paymentOf(71n, 90n, 20n)).toBe(70n)
    // A dust that was raised above the debt holds nothing up.
    expect(math.paymentOf(1n, 19n, 20n)).toBe(1n)
    expect(math.paymentOf(1n, 20n, 20n)).toBe(0n)
  })

  it('compounds: a year at 5% is 5%, in one step or in many', () => {
    const fee = 1_000_000_001_547_125_957_863_212_448n
    const year = 31_536_000n
    const once = math.rateAfter(RAY, fee, year)
    expect(once - (RAY * 105n) / 100n).toBeGreaterThan(-(10n ** 9n))
    expect(once - (RAY * 105n) / 100n).toBeLessThan(10n ** 9n)
    const twice = math.rateAfter(math.rateAfter(RAY, fee, 1_000n), fee, year - 1_000n)
    expect(once - twice).toBeLessThan(10n ** 9n)
    expect(twice - once).toBeLessThan(10n ** 9n)
    expect(math.rateAfter(3n * RAY, fee, 0n)).toBe(3n * RAY)
  })

  it('raises the liquidation ratio on principal by interest', () => {
    expect(math.effectiveRatioUp(percent(300n), 9_800n, 9_500n)).toBe(3_094_736_842_105_263_158n)
    expect(math.lateFeeUp(326_640_000_000_000_000_001n, 500n)).toBe(16_332_000_000_000_000_001n)
  })
})

describe('auctions (C7)', () => {
  it('fall from the top to nothing in tau', () => {
    expect(math.auctionTopUp(250n * WAD, percent(120n))).toBe(300n * WAD)
    expect(math.auctionPriceDown(300n * WAD, 3_600n, 1_800n)).toBe(150n * WAD)
    expect(math.auctionPriceDown(300n * WAD, 3_600n, 3_600n)).toBe(0n)
  })

  it('give nothing away at a price of 0', () => {
    expect(() => math.takeOf(5n, 5n, 1n, 0n, 0n)).toThrow(RangeError)
  })

  const thousandth = (most: bigint) => fc.bigInt(0n, most)
  /** Need, dust and what is asked as parts of the lot's worth, so that they meet. */
  const auction = fc
    .tuple(
      fc.bigInt(1n, 10n ** 24n),
      fc.bigInt(1n, 10n ** 21n),
      thousandth(2_000n),
      thousandth(1_200n),
      thousandth(1_100n),
    )
    .map(([lot, px, needPart, dustPart, askPart]) => {
      const part = (thousandths: bigint) => (((lot * px) / WAD) * thousandths) / 1_000n
      return { lot, px, need: part(needPart) + 1n, dust: part(dustPart), ask: (lot * askPart) / 1_000n }
    })

  it('take no more than is asked, left and needed, at no lower price', () => {
    fc.assert(
      fc.property(auction, ({ lot, need, px, dust, ask }) => {
        const { taken, paid } = math.takeOf(ask, lot, need, px, dust)
        expect(taken).toBeLessThanOrEqual(ask < lot ? ask : lot)
        expect(paid).toBeLessThanOrEqual(need)
        expect(paid * WAD).toBeGreaterThanOrEqual(taken * px)
      }),
    )
  })

  it('leave need and a lot worth dust, or end one of them, or change nothing', () => {
    fc.assert(
      fc.property(auction, ({ lot, need, px, dust, ask }) => {
        const { taken, paid } = math.takeOf(ask, lot, need, px, dust)
        if (paid === need || taken === lot || paid === 0n) return
        expect(need - paid).toBeGreaterThanOrEqual(dust)
        expect((lot - taken) * px).toBeGreaterThanOrEqual(dust * WAD)
      }),
    )
  })

  it('can always be ended by asking for all', () => {
    fc.assert(
      fc.property(auction, ({ lot, need, px, dust }) => {
        const { taken, paid } = math.takeOf(lot, lot, need, px, dust)
        expect(paid === need || taken === lot).toBe(true)
      }),
    )
  })

  it('let a unit taken before end no other take of all', () => {
    fc.assert(
      fc.property(auction, ({ lot, need, px, dust }) => {
        const first = math.takeOf(1n, lot, need, px, dust)
        if (first.paid === need || first.taken === lot) return
        const [restLot, restNeed] = [lot - first.taken, need - first.paid]
        const { taken, paid } = math.takeOf(lot, restLot, restNeed, px, dust)
        expect(paid === restNeed || taken === restLot).toBe(true)
      }),
    )
  })

  it('have all or nothing of a need that is dust', () => {
    expect(math.takeOf(9n, 100n, 10n, WAD, 10n)).toEqual({ taken: 0n, paid: 0n })
    expect(math.takeOf(10n, 100n, 10n, WAD, 10n)).toEqual({ taken: 10n, paid: 10n })
    expect(math.takeOf(50n, 100n, 30n, WAD, 10n)).toEqual({ taken: 30n, paid: 30n })
    expect(math.takeOf(25n, 100n, 30n, WAD, 10n)).toEqual({ taken: 20n, paid: 20n })
    expect(math.takeOf(95n, 100n, 300n, WAD, 10n)).toEqual({ taken: 90n, paid: 90n })
  })

  it('are ended by what is needed, also where that buys no unit', () => {
    expect(math.takeOf(1n, 100n, 200n, 250n * WAD, 0n)).toEqual({ taken: 0n, paid: 200n })
  })

  it('refuse what no contract holds', () => {
    expect(() => math.auctionTopUp(MAX_UINT256, 2n * WAD)).toThrow(RangeError)
  })
})
