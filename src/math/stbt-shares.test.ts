import { describe, expect, it } from 'vitest'
import { amountDown, maxTransfer, sharesDown, sharesUp, unwrapDown } from './stbt-shares'

// Above par: 3 STBT in 2 shares. Below par: 2 in 3.
const above = [3n, 2n] as const
const below = [2n, 3n] as const

describe('shares and amounts, rules.md T1, T2', () => {
  it('round a balance and what moves down, what is burnt up', () => {
    expect(amountDown(1n, ...above)).toBe(1n)
    expect(sharesDown(1n, ...above)).toBe(0n)
    expect(sharesUp(1n, ...above)).toBe(1n)
    expect(sharesUp(3n, ...above)).toBe(2n)
  })

  it('are nothing where there are none', () => {
    expect(amountDown(5n, 0n, 0n)).toBe(0n)
    expect(sharesDown(5n, 0n, 7n)).toBe(0n)
    expect(sharesUp(5n, 0n, 7n)).toBe(0n)
  })
})

describe('Max of a transfer, rules.md T2', () => {
  it('is one unit above the balance where the balance would leave a share behind', () => {
    expect(amountDown(1n, ...above)).toBe(1n)
    expect(maxTransfer(1n, ...above)).toBe(2n)
    expect(sharesDown(2n, ...above)).toBe(1n)
  })

  it('is the balance below par, where one unit more asks for too many shares', () => {
    expect(amountDown(2n, ...below)).toBe(1n)
    expect(sharesDown(2n, ...below)).toBe(3n)
    expect(maxTransfer(2n, ...below)).toBe(1n)
  })

  it('is nothing without shares or without supply', () => {
    expect(maxTransfer(1n, 0n, 5n)).toBe(0n)
    expect(maxTransfer(1n, 5n, 0n)).toBe(0n)
  })
})

describe('unwrap, rules.md T14', () => {
  it('says which shares stay in the wrapper', () => {
    expect(unwrapDown(1n, ...above)).toEqual({ amount: 1n, moved: 0n })
    expect(unwrapDown(2n, ...above)).toEqual({ amount: 3n, moved: 2n })
    expect(unwrapDown(2n, ...below)).toEqual({ amount: 1n, moved: 1n })
  })
})
