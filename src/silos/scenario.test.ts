import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { priceIn, runScenario, startOf, summaryOf, type Scenario } from './scenario'
import { bobsCase, firstScenario, scenarioFrom, scenarioText } from './scenario-link'
import { atPrice, MILLION, pictured } from '../math/silos-test-state'

function run(scenario: Scenario, live = pictured) {
  const start = startOf(scenario, live)
  if (!start) throw new Error('There is no price.')
  return runScenario(start, scenario)
}
const still = { ...firstScenario, fallBps: 0n, endBps: 10_000n }

describe('the path of prices', () => {
  const prices = (cycles: readonly bigint[]) => cycles.map((cycle) => priceIn(cycle, WAD, firstScenario))
  it('falls evenly, moves evenly to its end, and stays', () => {
    expect(prices([0n, 2n, 4n, 10n, 16n, 24n])).toEqual(
      [10_000n, 8_250n, 6_500n, 9_250n, 12_000n, 12_000n].map((bps) => (bps * WAD) / 10_000n),
    )
  })
  it('is never 0', () => {
    expect(priceIn(4n, 1n, { ...firstScenario, fallBps: 9_999n })).toBe(1n)
  })
})

describe('a run', () => {
  it('begins with the reserve as it is', () => {
    const [first] = run(firstScenario)
    expect(first).toMatchObject({ cycle: 0n, fills: [10_000n, 10_500n, 6_200n, 2_399n], harvest: 0n })
  })
  it('lets Silo 3 buy for Silo 2 in a fall, and never slashes the supply', () => {
    const rows = run(firstScenario)
    expect(rows[4]?.bought).toBeGreaterThan(0n)
    expect(rows.every(({ supply, isShort }) => supply === pictured.supply && !isShort)).toBe(true)
    expect(summaryOf(rows).lowestSilo3.cycle).toBe(4n)
  })
  it('says when Silo 3 is exhausted and new supply stops', () => {
    const rows = run({ ...firstScenario, fallBps: 8_000n, endBps: 2_000n, lendBps: 0n, bakeBps: 0n })
    const { shortIn, lowestSilo3 } = summaryOf(rows)
    // Bought on the way down, XTZ has lost by then: one cycle before the lowest price.
    expect(shortIn).toBe(3n)
    expect(lowestSilo3.fill).toBe(0n)
  })
  it('harvests only when all four are full, and then all that is above', () => {
    const { allFullIn = 0n, harvest } = summaryOf(run({ ...still, lendBps: 500n, bakeBps: 500n }))
    expect(allFullIn).toBeGreaterThan(0n)
    expect(harvest).toBeGreaterThan(0n)
  })
  it('pays redemptions, and only what circulates', () => {
    const rows = run({ ...still, redeemed: 10n * MILLION, lendBps: 0n, bakeBps: 0n, ahead: 2n })
    expect(rows[1]?.supply).toBe(pictured.inventory)
    expect(rows[2]?.supply).toBe(pictured.inventory)
  })
  it('starts from nothing but USDC, too, and needs no live price then', () => {
    const stale = { ...pictured, time: pictured.time + 3_601n }
    expect(startOf(firstScenario, stale)).toBeUndefined()
    const [first, second] = run({ ...still, start: 'scratch', filledPercent: 100n, ahead: 1n }, stale)
    expect(first?.fills).toEqual([10_000n, 0n, 0n, 0n])
    // 1% of lending, less the exchange's fee of 0.3%.
    expect(second?.fills[1]).toBe(99n)
  })
})

describe('Bob’s case (S10)', () => {
  const after = (choice: Scenario['choice']) => run({ ...bobsCase, choice })

  it('takes $1,000,000 a cycle as dividends', () => {
    const rows = after('dividend')
    expect(rows.slice(1).map(({ dividend }) => (dividend + 5_000n) / 10_000n)).toEqual(
      Array.from({ length: 6 }, () => 100_000_000n),
    )
    expect(rows.at(-1)?.supply).toBe(MILLION)
  })
  it('or doubles the supply at 250% by recapitalising in full', () => {
    const [, first] = after('full')
    expect(first?.harvest).toBeGreaterThan((99n * MILLION) / 100n)
    // Half of the harvest is XTZ, whose sale costs the fee: so much less is minted.
    expect(first?.supply).toBeGreaterThan((199n * MILLION) / 100n)
    expect(first?.ratio).toBeGreaterThan(24_900n)
    expect(first?.ratio).toBeLessThan(25_100n)
  })
  it('or keeps 400% and grows by a quarter of the harvest', () => {
    const [, first] = after('equal')
    expect(first?.supply).toBeGreaterThan((124n * MILLION) / 100n)
    expect(first?.ratio).toBeGreaterThan(39_900n)
  })
})

describe('the link', () => {
  it('holds the whole scenario', () => {
    for (const scenario of [firstScenario, bobsCase])
      expect(scenarioFrom(scenarioText(scenario))).toEqual(scenario)
  })
  it.each([
    '',
    'now',
    'now_keep_1',
    scenarioText(firstScenario).replace('24', '201'),
    'now_steal_1'.repeat(40),
  ])('is refused when it is none: %s', (text) => expect(scenarioFrom(text)).toBeUndefined())
})

it('does not depend on which source is the lower one', () => {
  const price = (84n * WAD) / 100n
  expect(run(firstScenario, atPrice(price))).toEqual(run(firstScenario))
})
