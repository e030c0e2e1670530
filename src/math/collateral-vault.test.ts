import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { debtUp, isSafe, RAY, rateAfter } from './collateral'
import { debtOf, interestOf, vaultAt, type Calendar, type VaultNow } from './collateral-due'
import { afterDraw, afterRepayment, collateralToKeepUp, debtAt, FEE_ROOM_SECONDS, maxDrawUntilDown, maxDrawWithFeeRoomDown, maxWithdrawUntilDown, repaymentToReachUp } from './collateral-vault' // prettier-ignore
import { DAY_SECONDS, WAD } from './units'

const percent = (value: bigint) => (value * WAD) / 100n
const calendar: Calendar = {
  firstDueAt: 1_800_000_000n,
  feeRay: 1_000_000_001_847_694_957_439_350_562n, // 6% a year
  lateBps: 500n,
  graceSeconds: 5n * DAY_SECONDS,
}
const vault = {
  collateral: 400n * WAD,
  art: 9_500n * WAD,
  principal: 9_500n * WAD,
  late: 0n,
  due: 0n,
  nextDate: 0n,
}
const now: VaultNow = {
  vault,
  rate: { rate: (RAY * 102n) / 100n, at: calendar.firstDueAt - 20n * DAY_SECONDS },
  lastDate: undefined,
}
const owing = { ...vault, late: 50n * WAD, due: 120n * WAD }
const rate = now.rate.rate

describe('a payment (C4)', () => {
  const pay = (amount: bigint) => afterRepayment(owing, rate, amount * WAD, 500n * WAD)

  it('clears late fees, then interest, then principal', () => {
    expect(interestOf(owing, rate)).toBe(190n * WAD)
    expect(pay(30n)).toMatchObject({
      late: 30n * WAD,
      interest: 0n,
      principal: 0n,
      vault: { due: owing.due },
    })
    expect(pay(100n)).toMatchObject({ late: 50n * WAD, interest: 50n * WAD, vault: { due: 70n * WAD } })
    expect(pay(1_000n)).toMatchObject({ interest: 190n * WAD, principal: 760n * WAD, vault: { due: 0n } })
  })

  it('leaves dust, or nothing', () => {
    expect(pay(9_739n).paid).toBe(9_240n * WAD)
    const closed = pay(9_741n)
    expect(closed.paid).toBe(9_740n * WAD)
    expect(closed.vault).toMatchObject({ art: 0n, principal: 0n, late: 0n })
  })

  it('adds up, and never lowers the debt by more than is paid', () => {
    const amount = fc.bigInt(1n, 10n ** 24n)
    const index = fc.bigInt(RAY, 3n * RAY)
    fc.assert(
      fc.property(amount, index, index, amount, (tusdt, first, second, atMost) => {
        const [drawnAt, paidAt] = first < second ? [first, second] : [second, first]
        const before = afterDraw({ ...vault, art: 0n, principal: 0n }, drawnAt, tusdt)
        const { paid, late, interest, principal, vault: after } = afterRepayment(before, paidAt, atMost, 0n)
        expect(late + interest + principal).toBe(paid)
        expect(debtOf(after, paidAt)).toBeGreaterThanOrEqual(debtOf(before, paidAt) - paid)
        expect(interestOf(after, paidAt)).toBeGreaterThanOrEqual(0n)
      }),
    )
  })
})

describe('what Max draws (C6)', () => {
  const index = fc.bigInt(RAY, 3n * RAY)
  const amount = fc.bigInt(0n, 10n ** 26n)

  it('stays covered from any moment of its draw until the last', () => {
    const rates = fc.tuple(index, index, index).map((three) => [...three].sort((a, b) => (a < b ? -1 : 1)))
    fc.assert(
      fc.property(
        amount,
        rates,
        amount,
        amount,
        fc.bigInt(1n, 10n ** 22n),
        (art, sorted, late, held, price) => {
          const [from = RAY, drawnAt = RAY, then = RAY] = sorted
          const most = maxDrawUntilDown(art, from, then, late, held, price, percent(150n))
          if (most === 0n) return
          const after = afterDraw({ ...vault, art, late }, drawnAt, most)
          expect(isSafe(debtOf(after, drawnAt), held, price, percent(150n))).toBe(true)
          expect(isSafe(debtOf(after, then), held, price, percent(150n))).toBe(true)
          // A few units more, drawn first and held until last, are not.
          const more = afterDraw({ ...vault, art, late }, from, most + 6n)
          expect(isSafe(debtOf(more, then), held, price, percent(150n))).toBe(false)
        },
      ),
    )
  })

  const max = (mintRatio: bigint) =>
    maxDrawWithFeeRoomDown(
      now,
      calendar,
      80n * WAD,
      { mintRatio, liquidationRatio: percent(300n) },
      now.rate.at + 600n,
    )

  it('leaves 30 days of fee where the mint ratio is the liquidation ratio', () => {
    const drawn = { ...now, vault: afterDraw(vault, rate, max(percent(300n))) }
    const debt = (seconds: bigint) => debtUp(drawn.vault.art, rateAfter(rate, calendar.feeRay, seconds))
    expect(isSafe(debt(FEE_ROOM_SECONDS), vault.collateral, 80n * WAD, percent(300n))).toBe(true)
    expect(isSafe(debt(FEE_ROOM_SECONDS + 660n), vault.collateral, 80n * WAD, percent(300n))).toBe(false)
  })

  it('goes to the mint ratio where that is far above', () => {
    const { rate: then } = vaultAt(now, calendar, now.rate.at + 600n)
    const most = maxDrawUntilDown(vault.art, rate, then.rate, 0n, vault.collateral, 80n * WAD, percent(320n))
    expect(max(percent(320n))).toBe(most)
    expect(max(percent(400n))).toBe(0n)
  })
})

describe('what stays true until it is included', () => {
  const by = now.rate.at + 900n

  it('is a close that pays at most the debt of then', () => {
    const bound = debtAt(now, calendar, by)
    expect(bound).toBeGreaterThan(debtOf(vault, rate))
    expect(afterRepayment(vault, vaultAt(now, calendar, by - 1n).rate.rate, bound, WAD).vault.art).toBe(0n)
  })

  it('counts the late fee that comes until then', () => {
    const graced = vaultAt(now, calendar, calendar.firstDueAt + calendar.graceSeconds - 60n)
    const bound = debtAt(graced, calendar, graced.rate.at + 60n)
    expect(bound - debtOf(graced.vault, graced.rate.rate)).toBeGreaterThan(
      (graced.vault.due * 500n) / 10_000n,
    )
  })

  it('is a withdrawal that the debt of then still allows', () => {
    const most = maxWithdrawUntilDown(now, calendar, 80n * WAD, percent(300n), by)
    const debt = debtAt(now, calendar, by)
    expect(isSafe(debt, vault.collateral - most, 80n * WAD, percent(300n))).toBe(true)
    expect(isSafe(debt, vault.collateral - most - 1n, 80n * WAD, percent(300n))).toBe(false)
  })
})

describe('the payment that covers a debt', () => {
  it('is the least, or closes the vault where less would leave dust', () => {
    const place = fc.record({
      art: fc.bigInt(1n, 10n ** 24n),
      late: fc.bigInt(0n, 10n ** 22n),
      index: fc.bigInt(RAY, 3n * RAY),
      earlier: fc.bigInt(RAY, 3n * RAY),
      collateral: fc.bigInt(1n, 10n ** 22n),
      price: fc.bigInt(1n, 10n ** 21n),
      dust: fc.oneof(fc.constant(0n), fc.bigInt(1n, 10n ** 24n)),
    })
    fc.assert(
      fc.property(place, ({ art, late, index, earlier, collateral, price, dust }) => {
        const before = { ...vault, art, late, principal: 0n, collateral }
        const covers = (amount: bigint, at: bigint) =>
          isSafe(debtOf(afterRepayment(before, at, amount, dust).vault, at), collateral, price, percent(150n))
        const least = repaymentToReachUp(before, index, price, percent(150n), dust)
        expect(covers(least, index)).toBe(true)
        if (earlier < index) expect(covers(least, earlier)).toBe(true)
        if (least > 0n) expect(covers(least - 1n, index)).toBe(false)
      }),
    )
  })
})

describe('what a withdrawal must leave (C4, C6)', () => {
  const low = 60n * WAD
  const by = now.rate.at + 3_600n
  const keep = (mintRatio: bigint, liquidationRatio: bigint, one = now) =>
    collateralToKeepUp(one, calendar, low, { mintRatio, liquidationRatio }, by)

  it('is by the mint ratio until the last moment, where that asks for more', () => {
    const kept = keep(percent(220n), percent(200n))
    const debt = debtAt(now, calendar, by)
    expect(isSafe(debt, kept, low, percent(220n))).toBe(true)
    expect(isSafe(debt, kept - 1n, low, percent(220n))).toBe(false)
  })
  it('leaves 30 days of fee where both ratios are one, and a unit less does not', () => {
    const kept = keep(percent(200n), percent(200n))
    const later = rateAfter(rate, calendar.feeRay, 3_600n + FEE_ROOM_SECONDS)
    const debt = debtUp(vault.art, later)
    // The drip goes date by date: one rounding more.
    expect(isSafe(debt - 1_000n, kept, low, percent(200n))).toBe(true)
    expect(isSafe(debt + 1_000n, kept - 100n, low, percent(200n))).toBe(false)
    expect(kept).toBeGreaterThan(keep(percent(200n), percent(150n)))
  })
  it('is nothing without debt, and needs no price for it', () => {
    const free = { ...now, vault: { ...vault, art: 0n, principal: 0n } }
    const ratios = { mintRatio: percent(220n), liquidationRatio: percent(200n) }
    expect(collateralToKeepUp(free, calendar, 0n, ratios, by)).toBe(0n)
  })
})
