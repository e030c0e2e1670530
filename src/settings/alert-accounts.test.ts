import { expect, it } from 'vitest'

import { MOST_ACCOUNTS, readAccounts } from './alert-accounts'

const person = (last: number) => `0x${last.toString(16).padStart(40, '0')}`

it.each([
  [null, []],
  ['', []],
  ['nobody', []],
  [`${person(1)},javascript:alert(1),${person(2)}`, [person(1), person(2)]],
  [`${person(1)},${person(1)}`, [person(1)]],
])('takes of what is stored only addresses, each once: %j', (text, accounts) => {
  expect(readAccounts(text)).toEqual(accounts)
})

it('watches no more accounts than it says, whatever is stored', () => {
  const many = Array.from({ length: 100 }, (_, index) => person(index + 1)).join()
  expect(readAccounts(many)).toHaveLength(MOST_ACCOUNTS)
})
