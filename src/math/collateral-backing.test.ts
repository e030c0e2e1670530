import { describe, expect, it } from 'vitest'

import {
  isUnderbacked,
  mintOf,
  mostForAllUp,
  mostForTaoDown,
  mostForUsdDown,
  mostTaoDown,
  redeemTaoOf,
  redeemUsdOf,
  saleTaken,
  surplusBought,
  type BackingNow,
  type BackingOutcome,
} from './collateral-backing'
import { saleNeedUp } from './collateral'
import { WAD } from './units'

const percent = (whole: bigint) => (whole * WAD) / 100n
const at = (price: bigint, next = 0n, live = price): BackingNow['prices'] => {
  const all = [price, live, ...(next === 0n ? [] : [next])].map((one) => one * WAD)
  const low = all.reduce((a, b) => (b < a ? b : a))
  const high = all.reduce((a, b) => (b > a ? b : a))
  return { current: price * WAD, next: next * WAD, low, high }
}

/** The rule's example: at the target of 150%, m = 0.7, and 2 TAO at 250 came in today. rules.md C2 */
const example: BackingNow = {
  holdings: { tao: 8n * WAD, usd: 0n, outstanding: 1_000n * WAD },
  prices: at(250n),
  day: {
    ...{ price: 250n * WAD, backing: 1_500n * WAD, outstanding: 1_000n * WAD },
    ...{ added: 500n * WAD, minted: 0n },
  },
  parameters: { target: percent(150n), safety: percent(70n) },
  lastLow: 250n * WAD,
  isPaused: false,
}
const of = (change: Partial<BackingNow>): BackingNow => ({ ...example, ...change })
const refusalOf = (outcome: BackingOutcome) => (outcome.isTaken ? undefined : outcome.refusal)

function taken(outcome: BackingOutcome) {
  if (!outcome.isTaken) throw new Error(outcome.refusal.name)
  return outcome
}

describe('a mint (C1, C2)', () => {
  it('takes exactly 700 TUSDT in the example, and not a unit of TAO more', () => {
    const most = mostTaoDown(example)
    expect(most).toBe((28n * WAD) / 10n)
    const { got, after } = taken(mintOf(example, most))
    expect(got).toBe(700n * WAD)
    expect(after.holdings).toEqual({ tao: (108n * WAD) / 10n, usd: 0n, outstanding: 1_700n * WAD })
    expect(after.day.minted).toBe(700n * WAD)
    expect(mostTaoDown(after)).toBe(0n)
    expect(refusalOf(mintOf(example, most + 1n))).toEqual({
      ...{ name: 'ExceedsDay', minted: 700n * WAD + 250n, room: 700n * WAD },
    })
  })

  it('counts at the lowest price, and is checked at it once more', () => {
    const fallen = of({ prices: at(250n, 0n, 240n) })
    expect(taken(mintOf(fallen, WAD)).got).toBe(240n * WAD)
    // 8 TAO at 240 for 1,000 TUSDT: 420 above the target, twice that can be minted; the cap leaves 700.
    expect(taken(mintOf(fallen, mostTaoDown(fallen))).got).toBeLessThanOrEqual(700n * WAD)
    const lower = of({ prices: at(250n, 0n, 200n) })
    expect(refusalOf(mintOf(lower, 2n * WAD))).toEqual({
      ...{ name: 'BelowTarget', minted: 400n * WAD, room: 200n * WAD },
    })
    expect(taken(mintOf(lower, mostTaoDown(lower))).got).toBe(200n * WAD)
  })

  it('has a most that also fits at the higher price that may count by then', () => {
    const rising = of({ prices: at(250n, 280n, 250n) })
    const most = mostTaoDown(rising)
    expect(most).toBe((25n * WAD) / 10n)
    const then = of({ prices: at(280n, 0n, 280n) })
    expect(mintOf(rising, most).isTaken).toBe(true)
    expect(mintOf(then, most).isTaken).toBe(true)
    expect(mintOf(then, most + 1n).isTaken).toBe(false)
  })

  it('waits for the pause, for a price, and for something that is worth a unit', () => {
    expect(refusalOf(mintOf(of({ isPaused: true }), WAD))).toEqual({ name: 'EnforcedPause' })
    const noPrice = of({ prices: { ...example.prices, low: 0n, high: 0n } })
    expect(refusalOf(mintOf(noPrice, WAD))).toEqual({ name: 'NoPrice' })
    expect(refusalOf(mintOf(example, 0n))).toEqual({ name: 'Nothing' })
    expect(mostTaoDown(noPrice)).toBe(0n)
    expect(mostTaoDown(of({ isPaused: true }))).toBe(0n)
    const huge = 2n ** 256n - 1n
    for (const outcome of [mintOf(example, huge), redeemTaoOf(example, huge)])
      expect(outcome.isTaken).toBe(false)
    expect(refusalOf(mintOf(example, huge))).toEqual({ name: 'OutOfRange' })
  })
})

describe('redeeming (C1, C12)', () => {
  it('pays TAO at the highest price and a dollar in USDC, and gives room of the day back', () => {
    const rising = of({
      prices: at(250n, 0n, 400n),
      holdings: { ...example.holdings, usd: 1_000_000_000n },
    })
    const inTao = taken(redeemTaoOf(rising, 100n * WAD))
    expect(inTao.got).toBe(WAD / 4n)
    expect(inTao.after.day.minted).toBe(-100n * WAD)
    const inUsd = taken(redeemUsdOf(rising, 100n * WAD + 999_999_999_999n))
    expect(inUsd.got).toBe(100_000_000n)
    expect(inUsd.after.holdings.usd).toBe(900_000_000n)
    expect(refusalOf(redeemUsdOf(rising, 999_999_999_999n))).toEqual({ name: 'Nothing' })
  })

  it('pays no part where the leg is too short, and knows how much it pays for', () => {
    const short = of({ holdings: { tao: WAD, usd: 50_000_000n, outstanding: 200n * WAD } })
    const [forTao, forUsd] = [mostForTaoDown(short), mostForUsdDown(short)]
    expect(taken(redeemTaoOf(short, forTao)).got).toBe(WAD)
    expect(refusalOf(redeemTaoOf(short, forTao + 1n))).toEqual({
      ...{ name: 'LegTooShort', wanted: WAD + 1n, held: WAD },
    })
    expect(forUsd).toBe(50n * WAD)
    expect(taken(redeemUsdOf(short, forUsd)).got).toBe(50_000_000n)
    expect(refusalOf(redeemUsdOf(short, forUsd + 1n * 10n ** 12n))).toMatchObject({ name: 'LegTooShort' })
  })

  it('pays its part where there is less backing than TUSDT: nobody who waits has less behind each', () => {
    const under = of({
      holdings: { tao: 3n * WAD, usd: 50_000_000n, outstanding: 1_000n * WAD },
      lastLow: 250n * WAD,
    })
    expect(isUnderbacked(under)).toBe(true)
    expect(isUnderbacked(example)).toBe(false)
    // 800 for 1,000: 0.8 each.
    const { got, after } = taken(redeemUsdOf(under, 50n * WAD))
    expect(got).toBe(40_000_000n)
    expect(after.holdings.outstanding).toBe(950n * WAD)
    expect(taken(redeemTaoOf(under, 500n * WAD)).got).toBe((16n * WAD) / 10n)
    expect(mostForUsdDown(under)).toBeGreaterThanOrEqual((625n * WAD) / 10n)
    expect(taken(redeemUsdOf(under, mostForUsdDown(under))).got).toBe(50_000_000n)
  })

  it('goes on in USDC without a price, judged by the last low', () => {
    const noPrice = of({
      prices: { ...example.prices, low: 0n, high: 0n },
      holdings: { ...example.holdings, usd: 10_000_000n },
    })
    expect(taken(redeemUsdOf(noPrice, 10n * WAD)).got).toBe(10_000_000n)
    expect(refusalOf(redeemTaoOf(noPrice, 10n * WAD))).toEqual({ name: 'NoPrice' })
    expect(mostForTaoDown(noPrice)).toBe(0n)
  })
})

describe('the sale below level 0, and surplus (C12, C4)', () => {
  it('ends at the recovery ratio by a take of everything, and a part leaves dust', () => {
    const now = of({ holdings: { tao: 21n * WAD, usd: 0n, outstanding: 5_000n * WAD } })
    const need = saleNeedUp(5_250n * WAD, 5_000n * WAD, percent(110n), 270n * WAD, 250n * WAD)
    const sale = { price: 270n * WAD, need, lot: 21n * WAD, current: 250n * WAD }
    const all = taken(saleTaken(now, sale, 2n ** 256n - 1n))
    expect(all.paid).toBe(need)
    const { tao, outstanding } = all.after.holdings
    expect(tao * 250n * 100n).toBeGreaterThanOrEqual(outstanding * 110n)
    expect(taken(saleTaken(now, sale, WAD))).toMatchObject({ got: WAD, paid: 270n * WAD })
    expect(refusalOf(saleTaken(now, { ...sale, need: WAD }, 1n))).toEqual({ name: 'Nothing' })
  })

  it('may cost more at a lower price, and never more than the lot does now', () => {
    const now = of({ holdings: { tao: 21n * WAD, usd: 0n, outstanding: 5_000n * WAD } })
    const needAt = (price: bigint) =>
      saleNeedUp(5_250n * WAD, 5_000n * WAD, percent(110n), price * WAD, 250n * WAD)
    const floor = (250n * WAD * 5_000n) / 5_250n + 1n
    const sale = { price: 270n * WAD, need: needAt(270n), lot: 21n * WAD, current: 250n * WAD, floor }
    const most = (later: bigint) => mostForAllUp(now, sale, percent(110n), later * WAD)
    expect(most(270n)).toBe(needAt(270n))
    expect(most(260n)).toBe(needAt(260n))
    expect(most(260n)).toBeGreaterThan(most(270n))
    expect(most(1n)).toBe(saleNeedUp(5_250n * WAD, 5_000n * WAD, percent(110n), floor, 250n * WAD))
    const little = { ...sale, lot: WAD }
    expect(mostForAllUp(now, little, percent(110n), 260n * WAD)).toBe(270n * WAD)
  })

  it('sells surplus for a dollar each, rounded up, as far as there is any', () => {
    const { got, paid, after } = taken(surplusBought(example, 5n * WAD + 1n, 2n ** 256n - 1n))
    expect([got, paid]).toEqual([5n * WAD + 1n, 5_000_001n])
    expect(after.holdings.usd).toBe(5_000_001n)
    expect(after.day.added - example.day.added).toBe(5_000_001n * 10n ** 12n)
    expect(refusalOf(surplusBought(example, 0n, WAD))).toEqual({ name: 'Nothing' })
  })
})
