import { describe, expect, it } from 'vitest'
import { readLock } from './lock-text'
import { DAY_SECONDS } from '../math/units'

const read = (text: string) => readLock(text, 14n * DAY_SECONDS, 365n * DAY_SECONDS)

describe('the length of a lock in days (rules.md M5)', () => {
  it.each([
    ['14', 14n],
    [' 90 ', 90n],
    ['365', 365n],
  ])('takes %j', (text, days) => {
    expect(read(text)).toEqual({ text, lockSeconds: days * DAY_SECONDS, problem: undefined })
  })

  it('takes nothing for no lock', () => {
    expect(read('')).toEqual({ text: '', lockSeconds: 0n, problem: undefined })
  })

  it.each([
    ['13', 'too short'],
    ['0', 'too short'],
    ['366', 'too long'],
    ['14.5', 'whole days'],
    ['-20', 'negative'],
    ['1e2', 'scientific'],
    ['two weeks', 'whole days'],
    ['9'.repeat(90), 'more than any contract'],
  ])('refuses %j', (text, why) => {
    const { lockSeconds, problem } = read(text)
    expect(lockSeconds).toBe(0n)
    expect(problem).toContain(why)
  })
})
