import { describe, expect, it } from 'vitest'
import { absorb, accruedTowardsZero, mostInterestDown, serviceFeeDown } from './stbt-interest'
import { DAY_SECONDS, MAX_UINT256, WAD } from './units'

describe('carried interest, rules.md T4', () => {
  it('−5, +3, +4 distribute 0, 0 and 2', () => {
    const most = MAX_UINT256
    let carry = 0n
    const distributed = [-5n, 3n, 4n].map((interest) => {
      const { distributed, newCarry } = absorb(carry, interest, most)
      carry = newCarry
      return distributed
    })
    expect(distributed).toEqual([0n, 0n, 2n])
    expect(carry).toBe(0n)
  })

  it('keeps above the ratio for the next report', () => {
    expect(mostInterestDown(1_999n, WAD / 1_000n)).toBe(1n)
    expect(absorb(0n, 5n, 1n)).toEqual({ distributed: 1n, newCarry: 4n })
  })
})

it('a service fee of 0.1% a year is 0.1% after 365 days, rules.md T15', () => {
  expect(serviceFeeDown(1_000_000n * WAD, WAD / 1_000n, 365n)).toBe(1_000n * WAD)
  expect(serviceFeeDown(365_000n, WAD / 1_000n, 1n)).toBe(1n)
  expect(serviceFeeDown(364_999n, WAD / 1_000n, 1n)).toBe(0n)
})

it('an estimate goes on as the last days went, down as well, rules.md T12', () => {
  const doubled = 2n * WAD * WAD
  expect(accruedTowardsZero(100n, doubled, 4n * DAY_SECONDS, DAY_SECONDS)).toBe(25n)
  expect(accruedTowardsZero(100n, (WAD * WAD) / 2n, 4n * DAY_SECONDS, DAY_SECONDS)).toBe(-12n)
})
