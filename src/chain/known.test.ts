import { describe, expect, it } from 'vitest'

import { isSameData, nextAsked } from './known'
import type { Asked } from './known'

const at = (known: string, blockNumber: bigint, ...before: string[]): Asked<string> => ({
  known,
  blockNumber,
  before,
})

describe('what to ask next', () => {
  it('goes on as before when nothing new is told, or nothing at all', () => {
    expect(nextAsked(at('a', 1n), 'a', 2n)).toBeUndefined()
    expect(nextAsked(at('a', 1n), undefined, 2n)).toBeUndefined()
  })

  it('learns step by step within one block', () => {
    const second = nextAsked(at('a', -1n), 'b', 5n)
    expect(second).toEqual(at('b', 5n, 'a'))
    expect(second && nextAsked(second, 'c', 5n)).toEqual(at('c', 5n, 'a', 'b'))
  })

  it('learns nothing from an older block', () => {
    expect(nextAsked(at('b', 5n, 'a'), 'a', 4n)).toBeUndefined()
  })

  it('never takes turns between two answers of one block', () => {
    const forth = nextAsked(at('b', 5n, 'a'), 'a', 5n)
    expect(forth).toBeUndefined()
    expect(nextAsked(at('b', 5n, 'a'), 'a', 6n)).toEqual(at('a', 6n, 'b'))
  })
})

describe('plain data', () => {
  it('is compared by what it says', () => {
    const data = () => ({ list: [1n, 2n], name: 'a', no: undefined })
    expect(isSameData(data(), data())).toBe(true)
    expect(isSameData(data(), { ...data(), list: [1n, 3n] })).toBe(false)
    expect(isSameData(data(), { ...data(), list: [1n] })).toBe(false)
    expect(isSameData([undefined], { 0: undefined })).toBe(false)
    expect(isSameData({ a: undefined }, { b: undefined })).toBe(false)
    expect(isSameData(undefined, {})).toBe(false)
  })
})
