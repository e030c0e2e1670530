import { expect, it } from 'vitest'

import { newYorkMidnight } from '../math/stbt-days'
import { DAY_SECONDS, WAD } from '../math/units'
import { interestDates } from './interest-date'

const midnightOf = (date: string) => newYorkMidnight(BigInt(Date.parse(date) / 86_400_000))
/** The report for Wednesday, 25 Nov 2026, ends at midnight; Thursday is Thanksgiving. */
const last = midnightOf('2026-11-26')
const noon = (date: string) => midnightOf(date) + DAY_SECONDS / 2n

it('expects interest at the end of the next banking day', () => {
  const [date, ...others] = interestDates(last, WAD, noon('2026-11-26'))
  expect(others).toEqual([])
  expect(date).toMatchObject({ at: midnightOf('2026-11-28'), what: 'STBT interest is expected' })
  expect(date?.detail).not.toContain('passed without')
})

it('says that it is late once banking days are over without it', () => {
  const [date] = interestDates(last, WAD, noon('2026-12-01'))
  expect(date?.detail).toContain('2 banking days have passed without a report')
  expect(date?.at).toBe(midnightOf('2026-12-02'))
})

it('expects none for who holds nothing, or before there was any', () => {
  expect(interestDates(last, 0n, noon('2026-11-26'))).toEqual([])
  expect(interestDates(0n, WAD, noon('2026-11-26'))).toEqual([])
})
