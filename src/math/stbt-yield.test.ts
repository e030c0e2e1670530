import { describe, expect, it } from 'vitest'
import { grownDown, weeklyGrowth, yearlyYield, type Distribution } from './stbt-yield'
import { DAY_SECONDS, WAD } from './units'

const UNCHANGED = WAD * WAD
const WEEK = 7n * DAY_SECONDS
const now = 1_795_000_000n

/** 14 parts in 100,000 a day, which is a little above 5% a year. */
function distribution(daysAgo: bigint, days: bigint, interest = 14n * days): Distribution {
  const to = now - daysAgo * DAY_SECONDS
  return { interest, supplyBefore: 100_000n, from: to - days * DAY_SECONDS, to }
}

describe('yearly yield, rules.md T12', () => {
  it('is the growth itself where the time is a year', () => {
    expect(yearlyYield((UNCHANGED * 105n) / 100n, 365n * DAY_SECONDS)).toBe(WAD / 20n)
  })

  it('compounds to 12 decimals', () => {
    // 1.001^(365/7) - 1 = 0.0534987872326798…, 0.999^(365/7) - 1 = -0.0508315048915668…
    expect(yearlyYield((UNCHANGED * 1_001n) / 1_000n, WEEK)).toBe(53_498_787_233_000_000n)
    expect(yearlyYield((UNCHANGED * 999n) / 1_000n, WEEK)).toBe(-50_831_504_892_000_000n)
  })

  it('refuses what no rate can be taken of', () => {
    expect(() => yearlyYield(UNCHANGED, 0n)).toThrow('There is no period')
    expect(() => yearlyYield(2n * UNCHANGED, DAY_SECONDS)).toThrow('too much')
    expect(() => yearlyYield(0n, DAY_SECONDS)).toThrow('too much')
  })
})

describe('the last seven days, rules.md T12', () => {
  it('takes the reports that end in them, the first second included and this one not', () => {
    const inside = weeklyGrowth([distribution(7n, 1n), distribution(1n, 1n)], now)
    expect(inside?.seconds).toBe(2n * DAY_SECONDS)
    expect(weeklyGrowth([distribution(8n, 1n), distribution(1n, 1n)], now)).toBeUndefined()
    expect(weeklyGrowth([distribution(1n, 1n), distribution(0n, 1n)], now)).toBeUndefined()
  })

  it('tells the same rate whether holidays left four days or ten in it', () => {
    const few = weeklyGrowth([distribution(3n, 1n), distribution(2n, 1n), distribution(1n, 2n)], now)
    const many = weeklyGrowth([distribution(6n, 5n), distribution(3n, 3n), distribution(1n, 2n)], now)
    const percent = (growth: typeof few) =>
      growth === undefined ? undefined : (yearlyYield(growth.growth, growth.seconds) * 1_000n) / WAD
    expect(few?.seconds).toBe(4n * DAY_SECONDS)
    expect(many?.seconds).toBe(10n * DAY_SECONDS)
    expect(percent(few)).toBe(52n)
    expect(percent(many)).toBe(52n)
  })

  it('counts carried days as days without interest, and falls as falls', () => {
    const week = weeklyGrowth([distribution(3n, 1n, 0n), distribution(2n, 1n, -100n)], now)
    expect(week).toEqual({ growth: (UNCHANGED * 999n) / 1_000n, seconds: 2n * DAY_SECONDS })
  })

  it('says nothing of a supply of 0, and of periods that add up to nothing', () => {
    const none = { ...distribution(2n, 1n), supplyBefore: 0n }
    expect(weeklyGrowth([none, distribution(1n, 1n)], now)).toBeUndefined()
    const backwards = { ...distribution(2n, 1n), from: now }
    expect(weeklyGrowth([backwards, distribution(1n, 1n)], now)).toBeUndefined()
    expect(weeklyGrowth([distribution(2n, 1n, -100_000n), distribution(1n, 1n)], now)).toBeUndefined()
  })
})

it('growth takes one report after the other', () => {
  expect(grownDown(UNCHANGED, 1n, 4n)).toBe((UNCHANGED * 5n) / 4n)
  expect(() => grownDown(UNCHANGED, -5n, 4n)).toThrow('less than 0')
})
