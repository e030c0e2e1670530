import { expect, it } from 'vitest'

import { linkedPart } from './landing'

it('finds the part that an address names, whatever else it says', () => {
  expect(linkedPart('#/claims?part=3')).toBe('3')
  expect(linkedPart('#/musdt/locks?lock=7&part=a%20b')).toBe('a b')
  expect(linkedPart('#/claims')).toBeUndefined()
  expect(linkedPart('')).toBeUndefined()
})
