import { expect, it } from 'vitest'

import { at } from './test-collateral'
import { bookSums } from './ledger-view'

const engines = [at(3)]
// Drawn, repaid, interest, late, penalty, keeper, written off, bad debt burnt, sold, gift, gift burnt.
const totals = [100n, 30n, 5n, 2n, 10n, 1n, 20n, 8n, 3n, 4n, 1n]
const books = { principalOwed: 50n, surplus: 8n, badDebt: 12n }

it('the movements add up to the books, or it is said (C11)', () => {
  expect(bookSums([books, 0n, 0n, totals, engines]).addsUp).toBe(true)
  expect(bookSums([{ ...books, surplus: 9n }, 0n, 0n, totals, engines]).addsUp).toBe(false)
  // A kind this app does not know may have moved anything.
  expect(bookSums([books, 0n, 0n, [...totals, 0n], engines]).addsUp).toBe(false)
})
