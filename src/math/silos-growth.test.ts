import { describe, expect, it } from 'vitest'
import {
  cyclesBetweenAtConstantPrice,
  doublingCyclesAtConstantPrice,
  fallUntilSilo2IsShortDown,
  growthAtConstantPriceDown,
  wholeCyclesToDouble,
} from './silos-growth'
import { WAD } from './units'

const percent = (rate: number) => (BigInt(rate) * WAD) / 100n
const near = (cycles: bigint | undefined) => Number(cycles) / 1e18

describe('growth at a constant price (S12)', () => {
  it.each([
    [100n, 200n, 14.21],
    [200n, 300n, 8.31],
    [300n, 400n, 5.9],
  ])('takes from %s to %s percent, at 5%% a cycle, %s cycles', (from, to, cycles) => {
    expect(near(cyclesBetweenAtConstantPrice(from, to, percent(5)))).toBeCloseTo(cycles, 2)
  })

  it.each([
    [100n, 70n],
    [200n, 36n],
    [500n, 15n],
    [600n, 12n],
    [1_000n, 8n],
  ])('doubles, at %s basis points a cycle, in %s whole cycles', (bps, cycles) => {
    expect(wholeCyclesToDouble(bps)).toBe(cycles)
  })

  it('agrees with the logarithm of a float to its last digits', () => {
    for (const rate of [1, 3, 5, 12, 70, 250, 900]) {
      const exact = Math.log(2) / Math.log1p(rate / 100)
      expect(near(doublingCyclesAtConstantPrice(percent(rate)))).toBeCloseTo(exact, 12)
    }
    expect(near(cyclesBetweenAtConstantPrice(3n, 700n, WAD / 1_000n))).toBeCloseTo(
      Math.log(700 / 3) / Math.log1p(0.001),
      9,
    )
  })

  it('is the mean of both rates, by what earns them', () => {
    const books = { f1: 300n, x2: 100n, f3: 100n, x4: 0n }
    const rates = { lending: percent(4), baking: percent(8) }
    // 400 USD at 4%, 50 XTZ-worth of USD at 8%.
    expect(growthAtConstantPriceDown(books, WAD / 2n, rates)).toBe(
      (400n * percent(4) + 50n * percent(8)) / 450n,
    )
  })

  it('is unknown where nothing is there or grows, and nothing where it is reached', () => {
    const nothing = { f1: 0n, x2: 0n, f3: 0n, x4: 0n }
    expect(growthAtConstantPriceDown(nothing, WAD, { lending: WAD, baking: WAD })).toBeUndefined()
    expect(doublingCyclesAtConstantPrice(0n)).toBeUndefined()
    expect(wholeCyclesToDouble(0n)).toBeUndefined()
    expect(cyclesBetweenAtConstantPrice(0n, 5n, WAD)).toBeUndefined()
    expect(cyclesBetweenAtConstantPrice(5n, 5n, WAD)).toBe(0n)
  })
})

it('tells the fall at which minting stops (S4)', () => {
  // 2,500,000 XTZ at $0.84 for 2,000,000: down to 2,000,000 / 2,100,000 of it.
  const fall = fallUntilSilo2IsShortDown(2_500_000_000_000n, (84n * WAD) / 100n, 2_000_000_000_000n)
  expect(Number(fall) / 1e18).toBeCloseTo(0.047619, 6)
  expect(fallUntilSilo2IsShortDown(1n, WAD, 5n)).toBe(0n)
  expect(fallUntilSilo2IsShortDown(0n, WAD, 5n)).toBe(0n)
})
