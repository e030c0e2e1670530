import { describe, expect, it } from 'vitest'

import { newYorkMidnight } from '../math/stbt-days'
import { DAY_SECONDS, WAD } from '../math/units'
import type { Change, Report } from './changes'
import {
  accruedSince,
  beginningsOf,
  incomeFrom,
  leavingNotes,
  nextReport,
  recentGrowth,
  reportDay,
  weeklyYield,
} from './interest-view'
import type { Reported } from './interest-view'
import type { Entry } from './statement'

const dayOf = (date: string) => BigInt(Date.parse(date) / 86_400_000)
/** A report for this New York date and the days before it that nobody reported. */
function reportFor(date: string, days = 1n): Report {
  const to = newYorkMidnight(dayOf(date) + 1n)
  return { distributed: 14n * days, from: to - days * DAY_SECONDS, to, carry: undefined }
}
const reported = (report: Report): Reported => ({
  report,
  change: { supplyBefore: 100_000n } as Change,
})
const noonOf = (date: string) => newYorkMidnight(dayOf(date)) + 12n * 3_600n

describe('the next interest, rules.md T15', () => {
  it('comes on the next banking day, over weekends and holidays, and says which days are closed', () => {
    const next = nextReport(reportFor('2026-11-25'), undefined, noonOf('2026-11-26'))
    expect(next).toMatchObject({ day: dayOf('2026-11-27'), closed: [dayOf('2026-11-26')], missed: 0n })
    const monday = nextReport(reportFor('2026-11-27'), undefined, noonOf('2026-11-28'))
    expect(monday).toMatchObject({
      day: dayOf('2026-11-30'),
      closed: [dayOf('2026-11-28'), dayOf('2026-11-29')],
    })
  })

  it('is late once a banking day is over without it', () => {
    const next = nextReport(reportFor('2026-11-25'), undefined, noonOf('2026-12-01'))
    expect(next).toMatchObject({ day: dayOf('2026-12-01'), missed: 2n, closed: [] })
  })

  it('is not late on Good Friday’s eve, nor unknown before the first', () => {
    expect(nextReport(reportFor('2026-04-02'), undefined, noonOf('2026-04-03'))?.missed).toBe(0n)
    expect(nextReport(undefined, undefined, 0n)).toBeUndefined()
  })

  it('is estimated from the last seven days', () => {
    const reports = [reportFor('2026-11-23', 3n), reportFor('2026-11-24'), reportFor('2026-11-25')].map(
      reported,
    )
    const now = noonOf('2026-11-26')
    const growth = recentGrowth(reports, now)
    expect(growth?.seconds).toBe(5n * DAY_SECONDS)
    // Two days at 14 in 100,000 a day.
    expect(nextReport(reports[2]?.report, growth, now)?.estimate(100_000n * WAD)).toBeGreaterThan(28n * WAD)
    expect(accruedSince(reports[2]?.report, growth, 100_000n * WAD, now) ?? 0n).toBeGreaterThan(7n * WAD)
    expect(accruedSince(reports[2]?.report, growth, 1n, 0n)).toBeUndefined()
    expect(weeklyYield(growth)).toBeGreaterThan(WAD / 20n)
  })

  it('is said to whoever leaves before it', () => {
    const reports = [reportFor('2026-11-23', 3n), reportFor('2026-11-24')].map(reported)
    const now = noonOf('2026-11-25')
    const next = nextReport(reports[1]?.report, recentGrowth(reports, now), now)
    // The period of the last one ended at midnight, so does the next: in 12 hours.
    expect(next?.at).toBe(newYorkMidnight(dayOf('2026-11-26')))
    const [interest] = leavingNotes(next, 100_000n * WAD, now, true)
    expect(interest).toMatch(/^Interest is expected in about 12 h: leaving now forgoes about 14 STBT/)
    expect(interest).toContain('A loss is carried: it may be less, or nothing.')
    expect(leavingNotes(next, WAD, (next?.at ?? 0n) + 1n, false)[0]).toContain('expected any time now')
    expect(leavingNotes(undefined, WAD, now, false)[0]).toBe('When interest comes next is not known.')
  })

  it('has no rate where the supply changed too much for one', () => {
    expect(weeklyYield(undefined)).toBeUndefined()
    expect(weeklyYield({ growth: 2n * WAD * WAD, seconds: DAY_SECONDS })).toBeUndefined()
  })
})

it('is told of a report to whoever got some of it', () => {
  const [first, second] = [reportFor('2026-11-24'), reportFor('2026-11-25')]
  const entry = { change: { what: { report: first } }, movement: { interest: 7n, rounding: 1n } } as Entry
  expect(incomeFrom(first, { entries: [entry] })).toBe(8n)
  expect(incomeFrom(second, { entries: [entry] })).toBe(0n)
})

it('a report is for the date of its last second', () => {
  expect(reportDay(reportFor('2026-11-25'))).toBe(dayOf('2026-11-25'))
})

it('months and years begin on their first', () => {
  expect(beginningsOf(dayOf('2026-11-25'))).toEqual({ month: dayOf('2026-11-01'), year: dayOf('2026-01-01') })
})
