import { expect, it } from 'vitest'

import { pollMsOf } from './runtime'

it.each([
  [0.01, 1_000],
  [1, 1_000],
  [2, 2_000],
  [12, 4_000],
])('with blocks every %s s the newest is asked for every %i ms', (blockSeconds, ms) => {
  expect(pollMsOf(blockSeconds)).toBe(ms)
})
