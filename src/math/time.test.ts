import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { displayDateTime, displayDay, displayDuration, displayTime } from './time'

describe('displayDuration (D22)', () => {
  it.each([
    [-5n, '0 s'],
    [0n, '0 s'],
    [59n, '59 s'],
    [60n, '1 min'],
    [3_599n, '59 min 59 s'],
    [3_600n, '1 h'],
    [3_659n, '1 h'],
    [86_399n, '23 h 59 min'],
    [86_400n, '1 d'],
    [187_500n, '2 d 4 h'],
    [31_536_000n, '365 d'],
    [2n ** 64n - 1n, '213503982334601 d 7 h'],
  ])('%d s is %s', (seconds, text) => {
    expect(displayDuration(seconds)).toBe(text)
  })
})

describe('displayDateTime (D22)', () => {
  beforeAll(() => vi.stubEnv('TZ', 'Europe/Berlin'))
  afterAll(() => vi.unstubAllEnvs())

  it('is the local time with its zone, on both sides of a clock change', () => {
    expect(displayDateTime(1_774_745_940n)).toBe('29 Mar 2026, 01:59 CET')
    expect(displayDateTime(1_774_746_000n)).toBe('29 Mar 2026, 03:00 CEST')
  })

  it('is in UTC on request, whatever the zone', () => {
    expect(displayDateTime(1_774_746_000n, 'UTC')).toBe('29 Mar 2026, 01:00 UTC')
  })

  it('shows seconds only when there are some', () => {
    expect(displayDateTime(1_774_746_001n)).toBe('29 Mar 2026, 03:00:01 CEST')
  })

  it('has a day and a time of its own, of the same zone', () => {
    expect(displayDay(1_774_738_800n)).toBe('Sun, 29 Mar 2026')
    expect(displayDay(1_774_738_799n)).toBe('Sat, 28 Mar 2026')
    expect(displayTime(1_774_746_001n)).toBe('03:00')
    expect(displayDay(8_640_000_000_001n)).toBe('unix time 8640000000001')
  })

  it('survives any time a contract can hold', () => {
    expect(displayDateTime(8_640_000_000_001n)).toBe('unix time 8640000000001')
    expect(displayDateTime(2n ** 64n - 1n)).toBe('unix time 18446744073709551615')
  })
})
