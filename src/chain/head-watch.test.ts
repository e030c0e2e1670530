import { expect, it } from 'vitest'

import { createHeadWatch } from './head-watch'

const head = (number: bigint) => ({ number, timestamp: 2_000_000_000n })

it('compares a node that was found stuck each time, until it names another block', () => {
  const watch = createHeadWatch(1)
  expect(watch.isOverdue('a', head(1n), 0)).toBe(false)
  expect(watch.isOverdue('a', head(1n), 2_999)).toBe(false)
  expect(watch.isOverdue('a', head(1n), 3_000)).toBe(true)
  // The others know no newer block either: rarer.
  expect(watch.isOverdue('a', head(1n), 3_001)).toBe(false)
  watch.foundStuck('a')
  expect(watch.isOverdue('a', head(1n), 3_002)).toBe(true)
  expect(watch.isOverdue('a', head(1n), 3_003)).toBe(true)
  expect(watch.isOverdue('a', head(2n), 3_004)).toBe(false)
})
