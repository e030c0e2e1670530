import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { debtUp, RAY } from './collateral'
import { assessed, datesPassed, debtOf, dueAt, dueNow, interestOf, nextDue, PERIOD_SECONDS, rolled, vaultAt, type Calendar, type VaultNow } from './collateral-due' // prettier-ignore
import { DAY_SECONDS, WAD } from './units'

const FIRST = 1_800_000_000n
const calendar: Calendar = {
  firstDueAt: FIRST,
  feeRay: 1_000_000_001_847_694_957_439_350_562n, // 6% a year
  lateBps: 500n,
  graceSeconds: 5n * DAY_SECONDS,
}
/** 9,500 drawn ten days before the first date. */
const drawn: VaultNow = {
  vault: {
    collateral: 400n * WAD,
    art: 9_500n * WAD,
    principal: 9_500n * WAD,
    late: 0n,
    due: 0n,
    nextDate: 0n,
  },
  rate: { rate: RAY, at: FIRST - 10n * DAY_SECONDS },
  lastDate: undefined,
}

describe('the calendar (C13)', () => {
  it('is every thirty days, the second of a date included', () => {
    expect(datesPassed(FIRST, FIRST - 1n)).toBe(0n)
    expect(datesPassed(FIRST, FIRST)).toBe(1n)
    expect(datesPassed(FIRST, FIRST + PERIOD_SECONDS - 1n)).toBe(1n)
    expect(datesPassed(FIRST, FIRST + PERIOD_SECONDS)).toBe(2n)
    expect(dueAt(FIRST, 2n)).toBe(FIRST + 60n * DAY_SECONDS)
  })

  it('stores the rate at each date on the way, and none twice', () => {
    const { rate, dates } = rolled(drawn.rate, calendar, FIRST + PERIOD_SECONDS)
    expect([...dates.keys()]).toEqual([0n, 1n])
    expect(dates.get(1n)?.rate).toBe(rate.rate)
    expect([...rolled(rate, calendar, FIRST + PERIOD_SECONDS + 1n).dates.keys()]).toEqual([])
    expect(() => rolled(rate, calendar, 2n ** 255n)).toThrow(/too far/)
    expect(() => rolled(rate, calendar, FIRST)).toThrow(RangeError)
  })
})

describe('a missed date (C13)', () => {
  const graceEnd = FIRST + calendar.graceSeconds

  it('costs nothing until the last second of the grace time', () => {
    const inGrace = vaultAt(drawn, calendar, graceEnd - 1n)
    expect(inGrace.vault.late).toBe(0n)
    expect(inGrace.vault.due).toBeGreaterThan(0n)
    expect(dueNow(inGrace, calendar)).toEqual({
      at: FIRST,
      interest: inGrace.vault.due,
      graceEndsAt: graceEnd,
      lateFee: (inGrace.vault.due * 500n + 9_999n) / 10_000n,
    })
  })

  it('costs 5% of what was unpaid on the day, once', () => {
    const { vault } = vaultAt(drawn, calendar, FIRST)
    const after = vaultAt(drawn, calendar, graceEnd)
    expect(after.vault).toEqual({ ...vault, late: (vault.due * 500n + 9_999n) / 10_000n, due: 0n })
    expect(dueNow(after, calendar)).toBeUndefined()
    expect(vaultAt(after, calendar, FIRST + PERIOD_SECONDS - 1n).vault.late).toBe(after.vault.late)
  })

  it('costs again at the next date, of all that is unpaid then', () => {
    const second = vaultAt(drawn, calendar, FIRST + PERIOD_SECONDS + calendar.graceSeconds)
    const first = vaultAt(drawn, calendar, FIRST).vault.due
    const both = vaultAt(drawn, calendar, FIRST + PERIOD_SECONDS).vault.due
    const fee = (due: bigint) => (due * 500n + 9_999n) / 10_000n
    expect(both).toBeGreaterThan(3n * first)
    expect(second.vault.late).toBe(fee(first) + fee(both))
  })

  it('is skipped by a vault without debt', () => {
    const empty = { ...drawn, vault: { ...drawn.vault, art: 0n, principal: 0n } }
    const later = vaultAt(empty, calendar, FIRST + 5n * PERIOD_SECONDS).vault
    expect(later).toEqual({ ...empty.vault, nextDate: 6n })
    expect(nextDue(empty, calendar)).toBeUndefined()
  })

  it('costs the same, however often it is looked at', () => {
    const times = fc.array(fc.bigInt(0n, 300n * DAY_SECONDS), { maxLength: 8 })
    fc.assert(
      fc.property(times, fc.bigInt(0n, 300n * DAY_SECONDS), (looks, end) => {
        const sorted = [...looks.filter((look) => look <= end), end].sort((a, b) => (a < b ? -1 : 1))
        const stepped = sorted.reduce((now, step) => vaultAt(now, calendar, drawn.rate.at + step), drawn)
        const direct = vaultAt(drawn, calendar, drawn.rate.at + end)
        expect(stepped.vault.nextDate).toBe(direct.vault.nextDate)
        // Only the rounding of the rate depends on the looks.
        const difference = debtOf(stepped.vault, stepped.rate.rate) - debtOf(direct.vault, direct.rate.rate)
        expect(difference < 100_000n && difference > -100_000n).toBe(true)
      }),
    )
  })

  it('refuses to guess a date it was not told of', () => {
    const lost = { ...vaultAt(drawn, calendar, FIRST), lastDate: undefined }
    expect(() => vaultAt(lost, calendar, graceEnd)).toThrow(RangeError)
    expect(dueNow(lost, calendar)).toBeUndefined()
  })
})

describe('the next date', () => {
  it('says what will be unpaid then, and what it costs', () => {
    const next = nextDue(drawn, calendar)
    const then = vaultAt(drawn, calendar, FIRST)
    expect(next).toMatchObject({ at: FIRST, interest: then.vault.due, graceEndsAt: FIRST + 5n * DAY_SECONDS })
    expect(next?.lateFee).toBe(dueNow(then, calendar)?.lateFee)
    expect(then.vault.due).toBe(interestOf(then.vault, then.rate.rate))
    expect(nextDue(then, calendar)?.at).toBe(FIRST + PERIOD_SECONDS)
  })

  it('is zero interest where a rounded debt is its principal', () => {
    expect(debtUp(9_500n * WAD, RAY)).toBe(9_500n * WAD)
    expect(nextDue(drawn, { ...calendar, feeRay: RAY })).toMatchObject({ interest: 0n, lateFee: 0n })
    const free = { ...calendar, feeRay: RAY }
    expect(vaultAt(drawn, free, FIRST + 40n * PERIOD_SECONDS).vault.late).toBe(0n)
  })

  it('looks at the dates in order, each by what held then', () => {
    const dates = [
      { rate: (RAY * 101n) / 100n, lateBps: 1_000n, graceSeconds: DAY_SECONDS },
      { rate: (RAY * 102n) / 100n, lateBps: 500n, graceSeconds: 2n * DAY_SECONDS },
    ]
    const dateOf = (number: bigint) => {
      const date = dates[Number(number)]
      if (date === undefined) throw new RangeError('none')
      return date
    }
    const vault = { ...drawn.vault, art: 100n, principal: 100n }
    // 1 unpaid of which 10% is late, 2 unpaid of which 5% is; fees round up.
    expect(assessed(vault, FIRST, dateOf, FIRST + 32n * DAY_SECONDS)).toMatchObject({
      late: 2n,
      due: 0n,
      nextDate: 2n,
    })
    expect(assessed(vault, FIRST, dateOf, FIRST + 32n * DAY_SECONDS - 1n)).toMatchObject({
      late: 1n,
      due: 2n,
    })
  })
})
