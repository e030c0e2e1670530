import { expect, test } from 'vitest'

import { calendarFile } from './calendar-file'

const event = {
  uid: 'due-1-0xAB',
  title: 'Interest is due',
  description: 'Vault 3',
  ...{ startsAt: 1_800_003_600n, endsAt: 1_800_003_600n, writtenAt: 1_800_000_000n },
  alarms: [['-P1D', 'Interest is due in a day']],
} as const

test('a relative and an absolute reminder are each written as the format wants them', () => {
  const of = (trigger: string) => calendarFile({ ...event, alarms: [[trigger, 'Now']] })
  expect(of('-P1D')).toContain('TRIGGER:-P1D\r\n')
  expect(of('RELATED=END:-PT6H')).toContain('TRIGGER;RELATED=END:-PT6H\r\n')
})

// A date comes from a node: an absurd one must not throw where somebody presses a button.
test.each([253_402_300_800n, 2n ** 255n])('a date beyond the format’s years is its last second: %s', (at) => {
  expect(calendarFile({ ...event, endsAt: at })).toContain('DTEND:99991231T235959Z')
})
