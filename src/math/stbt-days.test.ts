import { describe, expect, it } from 'vitest'
import { isSummerTime, newYorkDay, newYorkMidnight } from './stbt-days'
import { DAY_SECONDS } from './units'

const newYork = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const seconds = (date: string) => BigInt(Date.parse(date) / 1_000)
const dateOf = (day: bigint) => new Date(Number(day * DAY_SECONDS) * 1_000).toISOString().slice(0, 10)

describe('dates of New York, rules.md T15', () => {
  it('are those of the time zone database around every midnight and noon from 2007 to 2040', () => {
    const wrong: string[] = []
    for (let time = seconds('2007-01-02T00:00:00Z'); time < seconds('2041-01-01'); time += DAY_SECONDS)
      for (const hour of [0n, 3n, 4n, 5n, 12n]) {
        const moment = time + hour * 3_600n
        const expected = newYork.format(new Date(Number(moment) * 1_000))
        if (dateOf(newYorkDay(moment)) !== expected) wrong.push(expected)
      }
    expect(wrong).toEqual([])
  })

  it('change the clock at 2 in the morning', () => {
    expect(isSummerTime(seconds('2026-03-08T06:59:59Z'))).toBe(false)
    expect(isSummerTime(seconds('2026-03-08T07:00:00Z'))).toBe(true)
    expect(isSummerTime(seconds('2026-11-01T05:59:59Z'))).toBe(true)
    expect(isSummerTime(seconds('2026-11-01T06:00:00Z'))).toBe(false)
  })

  it('begin at midnight', () => {
    const midnight = (date: string) => newYorkMidnight(seconds(date) / DAY_SECONDS)
    expect(midnight('2026-03-08')).toBe(seconds('2026-03-08T05:00:00Z'))
    expect(midnight('2026-03-09')).toBe(seconds('2026-03-09T04:00:00Z'))
    expect(midnight('2026-11-01')).toBe(seconds('2026-11-01T04:00:00Z'))
    expect(midnight('2026-11-02')).toBe(seconds('2026-11-02T05:00:00Z'))
  })
})
