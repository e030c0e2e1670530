import { expect, it } from 'vitest'

import { shownCount } from './use-shown-count'

it.each([
  [undefined, 12],
  ['24', 24],
  ['3', 12],
  ['-5', 12],
  ['1e9', 12],
  ['99999', 12],
  ['<b>', 12],
])('an address that says %s shows %d rows', (text, count) => {
  expect(shownCount(text, 12)).toBe(count)
})
