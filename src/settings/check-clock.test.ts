import { expect, it } from 'vitest'

import { checkClock } from './check-clock'

const chain = { isDevnet: false, blockSeconds: 12 }
const block = 1_800_000_000n
/** With a clock that shows so many seconds after the newest block. */
const at = (seconds: number) => checkClock(chain, block, (1_800_000_000 + seconds) * 1000)

it.each([-30, 0, 12, 120])('%i s after the newest block is in order', (seconds) => {
  expect(at(seconds).outcome).toBe('agrees')
})

it('is slow where the newest block is yet to come', () => {
  expect(at(-31)).toMatchObject({ outcome: 'differs' })
  expect(at(-7_200).says).toContain('made 2 h after what this clock shows')
})

it('is fast, or the node has stopped, where the newest block is old: nobody here can tell which', () => {
  expect(at(121)).toMatchObject({ outcome: 'differs' })
  expect(at(86_400).says).toMatch(/is 1 d old by this clock.* Which of the two can’t be told/)
})

it('waits longer where blocks are rare', () => {
  expect(checkClock({ ...chain, blockSeconds: 60 }, block, 1_800_000_600_000).outcome).toBe('agrees')
})

it('is not compared with a local chain, which keeps a time of its own', () => {
  expect(checkClock({ ...chain, isDevnet: true }, block, 0).outcome).toBe('unchecked')
})
