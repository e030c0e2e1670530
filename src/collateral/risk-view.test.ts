import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { fallBpsOf, fallsOf, liquidatedAtPrice, liquidatedIn, pictureOf } from './fall-view'
import { missingVaults, riskOf, risksOf } from './risk-view'
import { prices, typeOf, unknown, vault } from './test-collateral'
import { listVaults } from './vault-list'

// At 200% and a price of 100: 2 tokens cover exactly 100.
const exact = vault(1n, 2n, 100n)
const safe = vault(2n, 4n, 100n)
const fallen = vault(3n, 1n, 100n)
const free = vault(4n, 7n, 0n)

describe('a vault beside its price', () => {
  it('is safe exactly at its liquidation price, and in danger (C5, C10)', () => {
    const risk = riskOf(exact, 2n * WAD, 100n * WAD, 0n)
    expect(risk).toMatchObject({ crossing: 100n * WAD, band: 'danger', distance: 0n, fallsNext: false })
    expect(riskOf(exact, 2n * WAD, 100n * WAD - 1n, 0n).band).toBe('liquidatable')
  })
  it('says that the next price crosses, and not of what has crossed already', () => {
    expect(riskOf(safe, 2n * WAD, 100n * WAD, 49n * WAD).fallsNext).toBe(true)
    expect(riskOf(safe, 2n * WAD, 100n * WAD, 50n * WAD).fallsNext).toBe(false)
    expect(riskOf(fallen, 2n * WAD, 100n * WAD, 90n * WAD).fallsNext).toBe(false)
  })
  it('is liquidatable at any price without collateral', () => {
    const bare = riskOf(vault(5n, 0n, 100n), 2n * WAD, 10n ** 30n, 0n)
    expect(bare.band).toBe('liquidatable')
    expect(bare.crossing).toBeGreaterThan(10n ** 30n)
  })
})

describe('vaults of several types', () => {
  const first = typeOf(1, [exact, safe, fallen, free])
  const frozen = typeOf(2, [safe], { prices: prices(100n, 0n, 'Frozen') })
  const priceless = typeOf(3, [safe], { prices: prices(0n, 0n, 'None') })
  const broken = { ...typeOf(4, []), state: unknown }
  const { judged, unjudged } = risksOf([first, frozen, priceless, broken])

  it('count what is frozen, and name what can’t be judged (C9)', () => {
    expect(judged.map(({ type, priceState }) => [type.place, priceState])).toEqual([
      [1, 'Fresh'],
      [2, 'Frozen'],
    ])
    expect(unjudged.map(({ type, reason }) => [type.place, reason])).toEqual([
      [3, 'There is no current price yet.'],
      [4, 'It reverted.'],
    ])
    expect(judged.map(({ debt }) => debt)).toEqual([300n * WAD, 100n * WAD])
  })
  it('are liquidated below their price, not at it (C6)', () => {
    expect(liquidatedIn(judged, 0n)).toEqual({ vaults: 1, debt: 100n * WAD })
    expect(liquidatedIn(judged, 1n)).toEqual({ vaults: 2, debt: 200n * WAD })
    expect(liquidatedIn(judged, 5_000n)).toEqual({ vaults: 2, debt: 200n * WAD })
    expect(liquidatedIn(judged, 5_001n)).toEqual({ vaults: 4, debt: 400n * WAD })
    const [only] = judged
    if (!only) throw new Error('There is no type.')
    expect(liquidatedAtPrice(only, 50n * WAD).vaults).toBe(2)
    expect(liquidatedAtPrice(only, 50n * WAD - 1n).vaults).toBe(3)
  })
  it('are drawn as steps that end at all debt', () => {
    const points = pictureOf(judged)
    expect(points[0]).toEqual({ x: 0n, y: 100n * WAD })
    expect(points.at(-1)).toEqual({ x: 10_000n, y: 400n * WAD })
    expect(points.map(({ x }) => x)).toEqual([...points.map(({ x }) => x)].sort((a, b) => (a < b ? -1 : 1)))
  })
  it('have a row at the next prices only where one is queued', () => {
    expect(fallsOf(judged, undefined).map(({ key }) => key)).not.toContain('next')
    const falling = risksOf([typeOf(1, [exact, safe], { prices: prices(100n, 90n) })]).judged
    const next = fallsOf(falling, falling[0]).find(({ key }) => key === 'next')
    expect(next).toMatchObject({ price: 90n * WAD, sum: { vaults: 1, debt: 100n * WAD }, all: 200n * WAD })
  })
  it('are listed nearest to liquidation first, those that owe nothing last', () => {
    expect(listVaults([first]).map(({ vault: { id } }) => id)).toEqual([1n, 3n, 2n, 4n])
    expect(listVaults([priceless])[0]?.risk).toBeUndefined()
    expect(listVaults([frozen])[0]).toMatchObject({ holds: false })
  })
  it('are said to be missing where the list is shorter than their number', () => {
    expect(missingVaults(first)).toBe(0n)
    expect(missingVaults(typeOf(1, [exact], { vaults: 3n }))).toBe(2n)
  })
})

it('a part of a basis point is one', () => {
  expect(fallBpsOf(99n, 100n)).toBe(100n)
  expect(fallBpsOf(99_999n, 100_000n)).toBe(1n)
  expect(fallBpsOf(101n, 100n)).toBe(0n)
})
