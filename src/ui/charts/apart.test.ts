import { expect, it } from 'vitest'

import { apart } from './apart'

it('leaves texts where they belong while there is room, and else puts them one below the other', () => {
  expect(apart([10, 40, 90], 12, 200)).toEqual([10, 40, 90])
  expect(apart([10, 13, 30, 90], 12, 200)).toEqual([10, 22, 34, 90])
  expect(apart([], 12, 200)).toEqual([])
})

it('does not push them beyond the end', () => {
  expect(apart([180, 195, 199], 12, 200)).toEqual([176, 188, 200])
})
