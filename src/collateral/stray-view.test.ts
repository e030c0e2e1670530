import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { straysIn, type StrayData } from './stray-view'
import { at, known, unknown } from './test-collateral'

const tokens = {
  addresses: { book: at(1), backing: at(2) },
  ...{ tusdt: at(3), usdc: at(4), tao: at(5) },
}
const none = { tusdt: known(0n), usdc: known(0n), tao: known(0n) }
const sn64 = { place: 2, name: 'SN64', engine: at(6), token: at(7) }
const ofTao = { place: 1, name: 'TAO', engine: at(8), token: at(5) }
const noBooks = { principalOwed: 0n, surplus: 0n, badDebt: 0n }
const nothing: StrayData = {
  books: known(noBooks),
  book: none,
  engines: [
    { type: ofTao, ...none, tao: known(9n * WAD), collateral: known(9n * WAD), held: known(9n * WAD) },
    { type: sn64, ...none, collateral: known(4n * WAD), held: known(4n * WAD) },
  ],
}
const told = (data: Partial<StrayData>) => straysIn(tokens, { ...nothing, ...data }).map((one) => one.becomes)

describe('what is in no book (C11)', () => {
  it('is nothing where every balance is booked', () => {
    expect(told({})).toEqual([])
    const surplus = {
      books: known({ ...noBooks, surplus: 7n * WAD }),
      book: { ...none, tusdt: known(7n * WAD) },
    }
    expect(told(surplus)).toEqual([])
  })

  it('is told to the unit beyond the books, with where it goes', () => {
    expect(
      told({
        books: known({ ...noBooks, surplus: 7n * WAD }),
        book: { tusdt: known(7n * WAD + 1n), usdc: known(5n), tao: known(0n) },
      }),
    ).toEqual([
      '0.000000000000000001 TUSDT burns bad debt; what is left of it is burnt, too',
      '0.000005 USDC goes to the backing, where anyone books it',
    ])
    const [first, second] = nothing.engines
    if (!first || !second) throw new Error('There are two.')
    const engines = [
      { ...first, tao: known(10n * WAD), collateral: known(10n * WAD) },
      { ...second, collateral: known(6n * WAD), tusdt: known(3n * WAD), tao: known(2n * WAD) },
    ]
    expect(told({ engines })).toEqual([
      '1 TAO goes to the backing, where anyone books it',
      '3 TUSDT goes to the book, where it burns bad debt',
      '2 TAO goes to the backing, where anyone books it',
      '2 SN64 goes to governance',
    ])
  })

  it('is not guessed where the books can’t be read', () => {
    expect(told({ books: unknown, book: { ...none, tusdt: known(7n * WAD) } })).toEqual([])
  })
})
