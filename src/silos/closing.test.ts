import { expect, it } from 'vitest'

import { DAY_SECONDS, WAD } from '../math/units'
import { closingOf } from './closing'
import { atPrice, pictured } from '../math/silos-test-state'

it('moves what is above 100% of Silo 2 to Silo 4 at the end of the cycle, as on the screens', () => {
  const { kind, endsAt, result } = closingOf(pictured)
  expect([kind, endsAt]).toEqual(['later', pictured.time + 12n * DAY_SECONDS])
  expect(result.isTaken).toBe(true)
  expect(result.state.books.x4 - pictured.books.x4).toBe(119_047_619_047n)
  expect(result.state.books.f3).toBe(pictured.books.f3)
})

it('is due at its end, and may be repeated until a day after it was done', () => {
  const ended = { ...pictured, cycle: { ...pictured.cycle, lastEnd: pictured.time - 30n * DAY_SECONDS } }
  expect(closingOf(ended).kind).toBe('due')
  const closed = { ...pictured, cycle: { ...pictured.cycle, closedAt: pictured.time - DAY_SECONDS + 1n } }
  expect(closingOf(closed).kind).toBe('repeatable')
  expect(closingOf({ ...closed, time: closed.time + 1n }).kind).toBe('later')
})

it('needs a price: what is stale now is not taken to be fresh later', () => {
  const { result } = closingOf({ ...pictured, time: pictured.time + 3_601n })
  expect(result).toMatchObject({ isTaken: false, refusal: { name: 'NoPrice', priceState: 'FeedStale' } })
})

it('lets Silo 3 buy for Silo 2 after a fall', () => {
  const { result } = closingOf(atPrice((79n * WAD) / 100n))
  expect(result.isTaken && result.effects.conversions).toMatchObject([{ isMade: true, buysXtz: true }])
  expect(result.state.books.f3).toBeLessThan(pictured.books.f3)
})
