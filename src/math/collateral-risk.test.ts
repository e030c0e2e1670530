import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafe } from './collateral'
import { bandOf, bandTotals, crossingPriceUp, fallenDown, liquidatedAt, liquidatedByFall, positionRatioDown, spreadOf, staircaseOf, survivedFallDown, weightedOf } from './collateral-risk' // prettier-ignore
import { WAD } from './units'

const LR = 3n * WAD
const at = (debt: bigint, collateral = 400n) => ({ debt: debt * WAD, collateral: collateral * WAD })
const usd = (cents: bigint) => (cents * WAD) / 100n

describe('the bands (C10)', () => {
  // 400 at a ratio of 300%: a debt of d crosses at 3·d/400.
  it.each([
    ['no debt', 0n, 8_000n, 0n, 'safe'],
    ['a fall of 10% does not cross', 9_600n, 8_000n, 0n, 'safe'],
    ['a fall of 10% crosses', 9_601n, 8_000n, 0n, 'watch'],
    ['a little more than 5% left', 10_000n, 7_895n, 0n, 'watch'],
    ['a little less than 5% left', 10_000n, 7_894n, 0n, 'danger'],
    ['the next price crosses', 9_800n, 8_000n, 7_349n, 'danger'],
    ['the next price is the limit', 9_800n, 8_000n, 7_350n, 'watch'],
    ['at the limit', 9_800n, 7_350n, 0n, 'danger'],
    ['below the limit', 9_800n, 7_349n, 9_000n, 'liquidatable'],
  ])('%s', (_, debt, current, next, band) => {
    expect(bandOf(at(debt), LR, usd(current), usd(next))).toBe(band)
  })

  it('change at 5% and 10% to the unit', () => {
    const crossing = crossingPriceUp(at(9_500n), LR)
    expect(crossing).toBe(usd(7_125n))
    expect(bandOf(at(9_500n), LR, usd(7_500n), 0n)).toBe('danger')
    expect(bandOf(at(9_500n), LR, usd(7_500n) + 1n, 0n)).toBe('watch')
    expect(bandOf(at(9_600n), LR, usd(8_000n), 0n)).toBe('safe')
    expect(bandOf(at(9_600n), LR, usd(8_000n) - 1n, 0n)).toBe('watch')
  })

  it('are counted, with what they owe', () => {
    const totals = bandTotals([
      { band: 'watch', debt: 5n },
      { band: 'safe', debt: 0n },
      { band: 'watch', debt: 7n },
    ])
    expect(totals).toMatchObject({ watch: { vaults: 2, debt: 12n }, safe: { vaults: 0, debt: 0n } })
  })
})

describe('which prices liquidate what', () => {
  const positions = [at(9_800n), at(5_000n), at(0n), at(9_800n), at(12_000n)]
  const staircase = staircaseOf(positions, LR)

  it('is a staircase, the highest price first', () => {
    expect(staircase).toEqual([
      { price: usd(9_000n), vaults: 1, debt: 12_000n * WAD },
      { price: usd(7_350n), vaults: 3, debt: 31_600n * WAD },
      { price: usd(3_750n), vaults: 4, debt: 36_600n * WAD },
    ])
    expect(liquidatedAt(staircase, usd(9_000n)).vaults).toBe(0)
    expect(liquidatedAt(staircase, usd(9_000n) - 1n).vaults).toBe(1)
    expect(liquidatedAt(staircase, 0n)).toEqual({ vaults: 4, debt: 36_600n * WAD })
    expect(liquidatedAt([], 1n)).toEqual({ vaults: 0, debt: 0n })
  })

  it('agrees with each vault, at any price', () => {
    const position = fc.record({ debt: fc.bigInt(0n, 10n ** 24n), collateral: fc.bigInt(1n, 10n ** 22n) })
    fc.assert(
      fc.property(
        fc.array(position, { maxLength: 12 }),
        fc.nat(11),
        fc.bigInt(-1n, 1n),
        (list, place, beside) => {
          const steps = staircaseOf(list, LR)
          const price = (steps[place % Math.max(steps.length, 1)]?.price ?? 5n) + beside
          const crossed = list.filter(({ debt, collateral }) => !isSafe(debt, collateral, price, LR))
          const debt = crossed.reduce((sum, one) => sum + one.debt, 0n)
          expect(liquidatedAt(steps, price)).toEqual({ vaults: crossed.length, debt })
        },
      ),
    )
  })

  it('adds up over types for a fall of all prices', () => {
    const other = { staircase: staircaseOf([at(100n, 1n)], LR), price: 400n * WAD }
    const both = [{ staircase, price: usd(10_000n) }, other]
    expect(fallenDown(usd(10_000n), 1_000n)).toBe(usd(9_000n))
    expect(liquidatedByFall(both, 1_000n)).toEqual({ vaults: 0, debt: 0n })
    expect(liquidatedByFall(both, 1_001n)).toEqual({ vaults: 1, debt: 12_000n * WAD })
    expect(liquidatedByFall(both, 2_700n).vaults).toBe(4)
    expect(liquidatedByFall(both, 20_000n).vaults).toBe(5)
  })
})

describe('distance', () => {
  it('is the fall that is survived, rounded down', () => {
    expect(survivedFallDown(usd(7_350n), usd(8_000n))).toBe(81_250_000_000_000_000n)
    expect(survivedFallDown(usd(7_350n), usd(7_000n))).toBe(0n)
    expect(survivedFallDown(1n, 0n)).toBe(0n)
    expect(positionRatioDown(at(9_800n), usd(8_000n))).toBe(3_265_306_122_448_979_591n)
    expect(positionRatioDown(at(0n), usd(8_000n))).toBeUndefined()
  })

  it('never overstates what is survived', () => {
    const amounts = fc.record({ debt: fc.bigInt(1n, 10n ** 24n), collateral: fc.bigInt(1n, 10n ** 22n) })
    fc.assert(
      fc.property(amounts, fc.bigInt(1n, 10n ** 22n), (position, price) => {
        const fall = survivedFallDown(crossingPriceUp(position, LR), price)
        if (fall === 0n) return
        const left = (price * (WAD - fall) + WAD - 1n) / WAD
        expect(isSafe(position.debt, position.collateral, left, LR)).toBe(true)
      }),
    )
  })

  it('is spread over bins, edges included below', () => {
    const vaults = [0n, 5n, 9n, 10n, 100n].map((distance) => ({ distance, debt: 1n }))
    expect(spreadOf([...vaults, { distance: 6n, debt: 0n }], [0n, 5n, 10n])).toEqual([
      { from: 0n, to: 5n, vaults: 1, debt: 1n },
      { from: 5n, to: 10n, vaults: 2, debt: 2n },
      { from: 10n, to: undefined, vaults: 2, debt: 2n },
    ])
  })
})

it('weighs ratios by debt (C9)', () => {
  const tao = { debt: 300n * WAD, collateral: 4n * WAD, price: 250n * WAD, liquidationRatio: (3n * WAD) / 2n }
  const subnet = { debt: 100n * WAD, collateral: 10n * WAD, price: 80n * WAD, liquidationRatio: 5n * WAD }
  const weighted = weightedOf([tao, subnet])
  expect(weighted).toEqual({
    debt: 400n * WAD,
    ratio: (9n * WAD) / 2n,
    liquidationRatio: 2_375_000_000_000_000_000n,
  })
  expect(weightedOf([{ ...tao, debt: 0n }])).toEqual({
    debt: 0n,
    ratio: undefined,
    liquidationRatio: undefined,
  })
})
