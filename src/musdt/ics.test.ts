import { describe, expect, test } from 'vitest'

import { calendarFile } from '../ui/calendar-file'
import { windowEvent } from './ics'
import type { RedeemWindow } from './ics'

const redeemWindow: RedeemWindow = {
  chainId: 31_337,
  vault: '0x00000000000000000000000000000000000000AA',
  account: '0x00000000000000000000000000000000000000bB',
  epoch: 36n,
  title: 'Redeem 1,000 mUSDT',
  description: 'Only in epoch 36; then void.\nVault \\ 0xAA',
  startsAt: 1_800_003_600n,
  endsAt: 1_800_262_800n,
  writtenAt: 1_799_999_999n,
}

const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')
const octets = (text: string) => Buffer.byteLength(text, 'utf8')

describe('the calendar file of a request', () => {
  const file = calendarFile(windowEvent(redeemWindow))
  const lines = linesOf(file)

  test('is one event from the first second of the window to the last', () => {
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(lines).toContain('DTSTART:20270115T090000Z')
    expect(lines).toContain('DTEND:20270118T090000Z')
    expect(lines).toContain('DTSTAMP:20270115T075959Z')
  })

  test('reminds when it begins and six hours before it is void', () => {
    expect(lines.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER;RELATED=START:PT0S',
      'TRIGGER;RELATED=END:-PT6H',
    ])
    expect(lines.filter((line) => line === 'BEGIN:VALARM')).toHaveLength(2)
  })

  test('opens and closes its parts in order, and ends every line with CRLF', () => {
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const open: string[] = []
    for (const line of lines) {
      if (line.startsWith('BEGIN:')) open.push(line.slice(6))
      if (line.startsWith('END:')) expect(open.pop()).toBe(line.slice(4))
    }
    expect(open).toEqual([])
  })

  test('escapes what has a meaning in the format', () => {
    expect(lines).toContain('SUMMARY:Redeem 1\\,000 mUSDT')
    expect(lines).toContain('DESCRIPTION:Only in epoch 36\\; then void.\\nVault \\\\ 0xAA')
  })

  test('names the same request the same, whatever has been changed of it', () => {
    const uid = (changes: Partial<RedeemWindow>) =>
      linesOf(calendarFile(windowEvent({ ...redeemWindow, ...changes }))).find((line) =>
        line.startsWith('UID:'),
      )
    expect(
      uid({ title: 'Redeem 5 mUSDT', writtenAt: 0n, vault: '0x00000000000000000000000000000000000000aa' }),
    ).toBe(uid({}))
    for (const other of [
      { chainId: 1 },
      { epoch: 37n },
      { vault: redeemWindow.account },
      { account: redeemWindow.vault },
    ])
      expect(uid(other)).not.toBe(uid({}))
  })

  test.each([73, 74, 75, 76, 150, 400])(
    'folds a line of %i characters at 75 octets, and nothing is lost',
    (length) => {
      for (const char of ['x', 'é', '€', '😀']) {
        const title = char.repeat(length)
        const folded = calendarFile(windowEvent({ ...redeemWindow, title }))
        for (const line of folded.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75)
        expect(linesOf(folded)).toContain(`SUMMARY:${title}`)
      }
    },
  )
})
