import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafe, liquidationPriceUp, RAY } from './collateral'
import { debtOf, type Calendar, type VaultNow } from './collateral-due'
import { afterRepayment } from './collateral-vault'
import { collateralForRatioUp, costOfSafety, debtForRatioDown, ladderOf, outlookAt, outlookInAYear } from './collateral-steer' // prettier-ignore
import { DAY_SECONDS, WAD } from './units'

const LR = 3n * WAD
const terms = { liquidationRatio: LR }
const PRICE = 80n * WAD
/** Vault 17 of the screens: 9,500 drawn, 300 interest, 400 SN64 at 80. */
const vault = {
  collateral: 400n * WAD,
  art: 9_800n * WAD,
  principal: 9_500n * WAD,
  late: 0n,
  due: 0n,
  nextDate: 1n,
}
const calendar: Calendar = {
  firstDueAt: 1_800_000_000n,
  feeRay: 1_000_000_001_847_694_957_439_350_562n, // 6% a year
  lateBps: 0n,
  graceSeconds: 5n * DAY_SECONDS,
}
const now: VaultNow = {
  vault,
  rate: { rate: RAY, at: calendar.firstDueAt + DAY_SECONDS },
  lastDate: undefined,
}

describe('what safety costs (C10)', () => {
  it('is 125 SN64 or 2,333.33…34 TUSDT for a fall of 30%', () => {
    const cost = costOfSafety(vault, RAY, PRICE, 3_000n, terms, 100n * WAD)
    expect(cost).toEqual({
      price: 56n * WAD,
      collateral: 125n * WAD,
      tusdt: 2_333_333_333_333_333_333_334n,
      closes: false,
    })
  })

  it('is nothing where the fall is survived, or nothing is owed', () => {
    expect(costOfSafety(vault, RAY, PRICE, 800n, terms, 0n)).toMatchObject({ collateral: 0n, tusdt: 0n })
    const empty = { ...vault, art: 0n, principal: 0n }
    expect(costOfSafety(empty, RAY, PRICE, 5_000n, terms, 0n)).toMatchObject({
      collateral: 0n,
      closes: false,
    })
  })

  it('is everything where less would leave dust', () => {
    const cost = costOfSafety(vault, RAY, PRICE, 3_000n, terms, 8_000n * WAD)
    expect(cost).toMatchObject({ tusdt: 9_800n * WAD, closes: true })
  })

  it('is enough, to the unit', () => {
    const amount = fc.bigInt(1n, 10n ** 24n)
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.bigInt(10n, 10n ** 21n),
        fc.bigInt(0n, 9_000n),
        (art, held, price, fall) => {
          const before = { ...vault, art, collateral: held, principal: 0n }
          const cost = costOfSafety(before, RAY, price, fall, terms, 0n)
          const safe = (debt: bigint, collateral: bigint) => isSafe(debt, collateral, cost.price, LR)
          expect(safe(art, held + cost.collateral)).toBe(true)
          if (cost.collateral > 0n) expect(safe(art, held + cost.collateral - 1n)).toBe(false)
          const paid = (tusdt: bigint) => debtOf(afterRepayment(before, RAY, tusdt, 0n).vault, RAY)
          expect(safe(paid(cost.tusdt), held)).toBe(true)
          if (cost.tusdt > 0n) expect(safe(paid(cost.tusdt - 1n), held)).toBe(false)
        },
      ),
    )
  })
})

it('turns a ratio into amounts that reach it, and amounts into each other', () => {
  expect(debtForRatioDown(400n * WAD, PRICE, 4n * WAD)).toBe(8_000n * WAD)
  expect(collateralForRatioUp(10n * WAD, 80n * WAD, 5n * WAD)).toBe((WAD * 5n) / 8n)
  const amount = fc.bigInt(1n, 10n ** 26n)
  fc.assert(
    fc.property(amount, fc.bigInt(1n, 10n ** 22n), fc.bigInt(WAD, 6n * WAD), (held, price, ratio) => {
      const debt = debtForRatioDown(held, price, ratio)
      expect(isSafe(debt, held, price, ratio)).toBe(true)
      expect(isSafe(debt + 1n, held, price, ratio)).toBe(false)
      expect(collateralForRatioUp(debt, price, ratio)).toBeLessThanOrEqual(held)
    }),
  )
})

describe('the ladder', () => {
  const position = { debt: 9_800n * WAD, collateral: 400n * WAD }
  const next = (7_808n * WAD) / 100n
  const falls = [1_000n, 2_500n, 5_000n]

  it('is that of the screens', () => {
    const ladder = ladderOf(position, LR, { current: PRICE, next }, falls)
    expect(ladder.map(({ at, band }) => [at, band])).toEqual([
      ['current', 'watch'],
      ['next', 'watch'],
      [1_000n, 'liquidatable'],
      [2_500n, 'liquidatable'],
      [5_000n, 'liquidatable'],
    ])
    expect(ladder[2]).toMatchObject({
      price: 72n * WAD,
      worth: 28_800n * WAD,
      ratio: 2_938_775_510_204_081_632n,
    })
  })

  it('leaves out a next price that is not there, and shows a pending ratio on request', () => {
    const ladder = ladderOf(position, (7n * WAD) / 2n, { current: PRICE, next: 0n }, [1_000n])
    expect(ladder.map(({ at, band }) => [at, band])).toEqual([
      ['current', 'liquidatable'],
      [1_000n, 'liquidatable'],
    ])
  })

  it('says where it is exactly safe, and holds without debt', () => {
    const more = { ...position, collateral: 525n * WAD }
    expect(ladderOf(more, LR, { current: PRICE, next: 0n }, [3_000n])[1]).toMatchObject({
      ratio: LR,
      band: 'danger',
      isAtLimit: true,
    })
    const free = ladderOf({ ...position, debt: 0n }, LR, { current: PRICE, next }, falls)
    expect(
      free.every(({ band, ratio, isAtLimit }) => band === 'safe' && ratio === undefined && !isAtLimit),
    ).toBe(true)
  })
})

describe('the effective ratio (C14)', () => {
  it('is 309.5% on 9,500 now, and 328.1% in a year without late fees', () => {
    const today = outlookAt(now, calendar, now.rate.at, LR, PRICE)
    expect(today).toMatchObject({ debt: 9_800n * WAD, liquidationPrice: (7_350n * WAD) / 100n, isSafe: true })
    expect(today.effectiveRatio).toBe(3_094_736_842_105_263_158n)
    const year = outlookInAYear(now, calendar, LR, PRICE)
    expect((year.effectiveRatio ?? 0n) / 10n ** 15n).toBe(3_280n)
    expect(year.liquidationPrice).toBe(liquidationPriceUp(year.debt, vault.collateral, LR))
  })

  it('counts the late fees of every missed date', () => {
    const plain = outlookInAYear(now, calendar, LR, PRICE)
    const late = outlookInAYear(now, { ...calendar, lateBps: 500n }, LR, PRICE)
    expect(late.debt - plain.debt).toBeGreaterThan(300n * WAD)
    expect(late.isSafe).toBe(false)
  })

  it('is none without principal', () => {
    const free = { ...now, vault: { ...vault, art: 0n, principal: 0n } }
    expect(outlookInAYear(free, calendar, LR, PRICE)).toEqual({
      debt: 0n,
      effectiveRatio: undefined,
      liquidationPrice: 0n,
      isSafe: true,
    })
  })
})
