import { describe, expect, it } from 'vitest'

import type { Answer } from '../system/EachSystem'
import type { Dated, OverviewView } from '../system/overview'
import type { System } from '../system/system'
import { calendarFile } from '../ui/calendar-file'
import { datesOf, daysOf, eventOf } from './calendar'

const day = 86_400n
const date = (key: string, at: bigint, rest: Partial<Dated> = {}): Dated => {
  return { key, at, what: `What ${key}`, detail: 'Why', href: '/', ...rest }
}
const answer = (name: string, ...dates: readonly Dated[]) =>
  ({
    system: { id: name.toLowerCase(), name } as System,
    view: { status: 'ready', isStale: false, isWhole: true, todos: [], figures: null, dates },
  }) as Answer<OverviewView>
const keys = (rows: readonly Dated[]) => rows.map(({ key }) => key)

describe('the calendar of all systems', () => {
  const { missed, coming } = datesOf([
    { account: '0xA', answers: [answer('A', date('late', 9n * day), date('first', day))] },
    {
      account: '0xB',
      who: 'Savings',
      answers: [
        answer(
          'B',
          date('same day', day + 1n),
          date('old', 2n, { isMissed: true }),
          date('lost', 5n, { isMissed: true }),
        ),
        { ...answer('C'), view: { status: 'loading' } },
      ],
    },
  ])
  it('has what comes by date, and what was missed apart, the latest first', () => {
    expect(keys(coming)).toEqual(['first', 'same day', 'late'])
    expect(keys(missed)).toEqual(['lost', 'old'])
  })
  it('says whose each is', () => {
    expect(coming.map(({ account, who }) => [account, who])).toEqual([
      ['0xA', undefined],
      ['0xB', 'Savings'],
      ['0xA', undefined],
    ])
  })
  it('puts together what is on one day', () => {
    expect(daysOf(coming).map(({ rows }) => keys(rows))).toEqual([['first', 'same day'], ['late']])
  })
  it('is told to a calendar, with the same name every time, and a reminder that can still come', () => {
    const [first, , late] = coming.map((row) => eventOf(row, 1, 10n))
    expect(first).toMatchObject({ uid: 'a-1-first-0xA', startsAt: day, endsAt: day })
    expect(first?.alarms).toEqual([['PT0S', 'What first: now']])
    expect(late?.alarms).toEqual([['-P1D', 'What late: in a day']])
    const window = { ...date('w', 3n * day, { until: 4n * day }), systemId: 'a', system: 'A', account: '0xA' }
    expect(eventOf(window, 1, 10n)).toMatchObject({
      endsAt: 4n * day,
      alarms: [
        ['-P1D', 'What w: in a day'],
        ['RELATED=END:-PT6H', 'What w: 6 hours left'],
      ],
    })
    const file = calendarFile(...coming.map((row) => eventOf(row, 1, 10n)))
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect(file.match(/BEGIN:VCALENDAR/g)).toHaveLength(1)
  })
})
