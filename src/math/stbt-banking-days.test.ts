import { describe, expect, it } from 'vitest'
import { addBankingDays, bankingDayFrom, bankingDaysBetween, isBankingDay } from './stbt-banking-days'

const day = (date: string) => BigInt(Date.parse(date) / 86_400_000)
const dateOf = (days: bigint) => new Date(Number(days) * 86_400_000).toISOString().slice(0, 10)
const holidaysOf = (year: number) => {
  const found: string[] = []
  for (let date = day(`${year}-01-01`); date < day(`${year + 1}-01-01`); date += 1n)
    if (!isBankingDay(date) && ![0, 6].includes(new Date(Number(date) * 86_400_000).getUTCDay()))
      found.push(dateOf(date))
  return found
}

describe('banking days of New York, rules.md T10', () => {
  it.each([
    ['2026-12-24', 4n, '2026-12-31'],
    ['2026-12-24', 5n, '2027-01-04'],
    ['2026-07-02', 4n, '2026-07-08'],
    ['2027-12-22', 4n, '2027-12-28'],
    ['2027-06-17', 5n, '2027-06-24'],
  ])('%s + %s is %s', (from, count, to) => {
    expect(dateOf(addBankingDays(day(from), count))).toBe(to)
  })

  it('are 251, 252, 251, 250, 250, 250, 253, 250, 250 and 250 from 2026 to 2035', () => {
    const counts = Array.from({ length: 10 }, (_, index) =>
      bankingDaysBetween(day(`${2025 + index}-12-31`), day(`${2026 + index}-12-31`)),
    )
    expect(counts).toEqual([251n, 252n, 251n, 250n, 250n, 250n, 253n, 250n, 250n, 250n])
  })

  it('leave out the holidays of the Federal Reserve', () => {
    expect(holidaysOf(2026)).toEqual([
      ...['2026-01-01', '2026-01-19', '2026-02-16', '2026-05-25', '2026-06-19', '2026-09-07'],
      // Independence Day is a Saturday: not moved.
      ...['2026-10-12', '2026-11-11', '2026-11-26', '2026-12-25'],
    ])
    // New Year 2023 and Christmas 2033 are Sundays: kept on Monday.
    expect(holidaysOf(2023)).toContain('2023-01-02')
    expect(holidaysOf(2033)).toContain('2033-12-26')
  })

  it('are eleven holidays a year but for those on a Saturday, 2024 to 2040', () => {
    for (let year = 2024; year <= 2040; year++) {
      const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25']
      const lost = fixed.filter((date) => new Date(`${year}-${date}T00:00Z`).getUTCDay() === 6)
      expect(holidaysOf(year), `${year}`).toHaveLength(11 - lost.length)
    }
  })

  it('begin a request that comes on a weekend on Monday', () => {
    expect(dateOf(bankingDayFrom(day('2026-11-28')))).toBe('2026-11-30')
    expect(dateOf(addBankingDays(day('2026-11-28'), 0n))).toBe('2026-11-30')
  })

  it('end with the year 2199, and no wait is longer than 366', () => {
    expect(() => isBankingDay(day('2200-01-01'))).toThrow('2199')
    expect(() => addBankingDays(day('2026-01-01'), 367n)).toThrow('slow')
    expect(() => bankingDaysBetween(day('2026-01-01'), day('2027-01-03'))).toThrow('more than a year')
  })
})
