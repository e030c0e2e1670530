import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { knownValue } from '../math/reading'
import {
  collateralOf,
  collateralSource,
  type CollateralData,
  type CollateralKnown,
  type TypeData,
} from './snapshot'
import { at, backingState, known, parameters, typeState, unknown, vault } from './test-collateral'

const source = collateralSource({ book: at(1), backing: at(2) }, { vaults: true, auctions: false })
const books = { principalOwed: 0n, surplus: 0n, badDebt: 0n }
const module = { frozenAt: known(0n), unfreezeAt: known(0n), pending: [] }

const tokens = { tusdt: known(at(4)), usdc: known(at(7)), tao: known(at(8)) }

const dataOf = (
  engines: readonly Address[],
  types: readonly TypeData[],
  isOsmKnown = true,
): CollateralData => ({
  book: known([books, 0n, 0n, [], engines] as const),
  backing: known(backingState()),
  ledger: unknown,
  sale: unknown,
  osm: known(at(6)),
  module: isOsmKnown ? module : undefined,
  settings: known(at(9)),
  waiting: undefined,
  types,
  vault: undefined,
  auction: undefined,
  ...tokens,
  holder: undefined,
})
const bare: TypeData = {
  ...{ engine: at(3), collateral: known(at(5)), symbol: undefined, module: undefined, legs: undefined },
  ...{ balance: undefined, firstDueAt: undefined },
  ...{ parameters: known(parameters), pending: known([]), state: known(typeState({ vaults: 250n })) },
  ...{ vaults: [known([vault(1n, 1n, 1n)])], auctions: [] },
}
const whole: TypeData = { ...bare, symbol: known('SN64'), module }

describe('what is asked', () => {
  const first = source.learn(dataOf([at(3)], [], false), source.initial)
  it('begins with the book, which tells of its engines', () => {
    expect(source.reads(source.initial).types).toEqual([])
    expect(first?.types).toEqual([
      { engine: at(3), collateral: undefined, module: undefined, vaultPages: 1, auctionPages: 1 },
    ])
  })
  it('goes on with what each engine tells: token, price, pages of vaults', () => {
    const second = source.learn(dataOf([at(3)], [bare]), first ?? source.initial)
    expect(second?.types[0]).toMatchObject({ collateral: at(5), module: at(6), vaultPages: 3 })
    const pages = source.reads(second ?? source.initial).types[0]?.vaults.map(({ args }) => args)
    expect(pages).toEqual([
      [1n, 100n],
      [101n, 100n],
      [201n, 100n],
    ])
  })
  it('has a bound, however long the lists are', () => {
    const many = Array.from({ length: 30 }, () => at(3))
    const state = known(typeState({ vaults: 10n ** 30n }))
    const learned = source.learn(dataOf(many, [{ ...bare, state }]), source.initial)
    expect(learned?.types).toHaveLength(24)
    expect(learned?.types[0]?.vaultPages).toBe(20)
    expect(
      collateralOf(dataOf(many, [whole]), { ...source.initial, types: learned?.types ?? [] })?.leftOut,
    ).toBe(6)
  })
  it('learns nothing of a book that can’t be read', () => {
    expect(source.learn({ ...dataOf([], []), book: unknown }, source.initial)).toBeUndefined()
  })
})

describe('what is shown', () => {
  const type = { engine: at(3), collateral: at(5), module: at(6), vaultPages: 1, auctionPages: 1 }
  const asked: CollateralKnown = { ...source.initial, osm: at(6), types: [type] }

  it('waits until everything that was learned has been asked', () => {
    expect(collateralOf(dataOf([at(3)], [], false), source.initial)).toBeUndefined()
    for (const halfAsked of [bare, { ...whole, module: undefined }, { ...whole, symbol: undefined }])
      expect(collateralOf(dataOf([at(3)], [halfAsked]), asked)).toBeUndefined()
    expect(collateralOf(dataOf([at(3)], [whole]), asked)?.types[0]).toMatchObject({ place: 1, name: 'SN64' })
  })
  it('does not wait for what an engine can’t tell', () => {
    const broken = { ...bare, collateral: unknown, parameters: unknown, state: unknown }
    const shown = collateralOf(dataOf([at(3)], [broken]), asked)
    expect(shown?.types[0]?.name).toBe('0x3333…3333')
    expect(shown?.types[0]?.parameters).toBe(unknown)
  })
  it('has no list where one of its pages is missing', () => {
    const torn = { ...whole, vaults: [known([vault(1n, 1n, 1n)]), unknown] }
    const list = collateralOf(dataOf([at(3)], [torn]), asked)?.types[0]?.vaults
    expect(knownValue(list)).toBeUndefined()
  })
  it('has no types, and does not wait for them, where the book can’t be read', () => {
    expect(collateralOf({ ...dataOf([], []), book: unknown }, source.initial)?.types).toEqual([])
  })
})
