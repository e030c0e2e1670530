import { expect, it } from 'vitest'

import { WAD } from '../math/units'
import { siloHistory, type BooksLog } from './silo-history'

const log = (blockNumber: bigint, x2: bigint, price: bigint, supply = 100n): BooksLog => ({
  blockNumber,
  blockTimestamp: blockNumber * 10n,
  args: { books: { f1: 100n, x2, f3: 50n, x4: 0n }, supply, price },
})

it('is what each block leaves behind, at the last price that was told', () => {
  const { isTimed, moments } = siloHistory([
    log(1n, 10n, 0n),
    log(2n, 10n, WAD),
    log(3n, 20n, WAD),
    log(3n, 40n, 2n * WAD),
    log(4n, 40n, 0n),
  ])
  expect(isTimed).toBe(true)
  expect(moments).toEqual([
    { at: 20n, fills: [10_000n, 1_000n, 5_000n, 0n], ratio: 16_000n },
    { at: 30n, fills: [10_000n, 8_000n, 5_000n, 0n], ratio: 23_000n },
    { at: 40n, fills: [10_000n, 8_000n, 5_000n, 0n], ratio: 23_000n },
  ])
})

it('counts in blocks where the node tells no times, and draws nothing of no supply', () => {
  const { isTimed, moments } = siloHistory([
    { ...log(5n, 1n, WAD), blockTimestamp: undefined },
    log(6n, 1n, WAD, 0n),
  ])
  expect(isTimed).toBe(false)
  expect(moments.map(({ at }) => at)).toEqual([5n])
})
