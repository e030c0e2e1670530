import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { upfrontUsdtDown } from './backstop'
import { claimableDown } from './backstop-release'
import { compensation, reservedMstrDown, settlement } from './backstop-settlement'
import { realizedDown, stakeOutcomeDown, treasuryNeedUp } from './backstop-outcome'
import type { Future, OutcomeTerms } from './backstop-outcome'
import { worstOfStakeUp } from './backstop-worst'

const usdt = (whole: bigint) => whole * 1_000_000n

/** The worked example of docs/backstop.md: 10 BTC raised, 10% upfront, 90% compensation, no reserve. */
const terms: OutcomeTerms = {
  coverageBps: 10_000n,
  upfrontBps: 1_000n,
  warrantBps: 1_000n,
  compensationBps: 9_000n,
  minSaleUsdt: usdt(500_000n),
  maxSaleUsdt: usdt(1_000_000n),
  warrantParUsdt: usdt(1_000n),
  reserveUsdt: 0n,
}
const future: Future = {
  soldBps: 10_000n,
  exercisedBps: 0n,
  reservePriceUsdt: usdt(400n),
  mstrPriceUsdt: usdt(400n),
  btcPriceUsdt: usdt(100_000n),
  paidBps: 10_000n,
}
const [total, stake] = [usdt(1_000_000n), usdt(10_000n)]

describe('what becomes of a stake', () => {
  it('is all back, with the upfront share and its warrants, when enough warrants are exercised', () => {
    const outcome = stakeOutcomeDown(terms, total, stake, { ...future, exercisedBps: 10_000n })
    expect(outcome).toMatchObject({
      backUsdt: stake,
      usedUsdt: 0n,
      upfrontUsdt: usdt(1_000n),
      warrants: 1n,
      totalUsdt: usdt(11_000n),
      lostUsdt: 0n,
    })
  })

  it('is made up for at 90%, in BTC, when all of it is used', () => {
    expect(stakeOutcomeDown(terms, total, stake, future)).toMatchObject({
      backUsdt: 0n,
      usedUsdt: stake,
      targetUsdt: usdt(9_000n),
      mstr: 0n,
      btc: 9_000_000n,
      btcUsdt: usdt(9_000n),
      totalUsdt: usdt(10_000n),
      lostUsdt: usdt(1_000n),
    })
  })

  it('is paid in reserved MSTR first, of which a lower price leaves more to BTC', () => {
    const reserved = { ...terms, reserveUsdt: usdt(500_000n) }
    const halved = { ...future, mstrPriceUsdt: usdt(200n), paidBps: 5_000n }
    expect(stakeOutcomeDown(reserved, total, stake, halved)).toMatchObject({
      mstrUsdt: usdt(2_500n),
      btcOwed: 6_500_000n,
      btcUsdt: usdt(3_250n),
      totalUsdt: usdt(1_000n + 2_500n + 3_250n),
      lostUsdt: usdt(10_000n - 2_500n - 3_250n),
    })
  })

  it('is exactly what was staked when the series is cancelled', () => {
    expect(stakeOutcomeDown(terms, usdt(499_999n), stake, future)).toMatchObject({
      soldUsdt: 0n,
      backUsdt: stake,
      totalUsdt: stake,
    })
  })

  it('has no stake that is larger than the pool', () => {
    expect(() => stakeOutcomeDown(terms, stake, total, future)).toThrow(RangeError)
  })
})

const bps = fc.bigInt(0n, 10_000n)
const price = fc.bigInt(1n, 10n ** 12n)
const anyTerms = fc.record({
  coverageBps: fc.bigInt(10_000n, 30_000n),
  upfrontBps: bps,
  warrantBps: bps,
  compensationBps: bps,
  minSaleUsdt: fc.bigInt(0n, 10n ** 12n),
  maxSaleUsdt: fc.bigInt(1n, 10n ** 13n),
  warrantParUsdt: fc.bigInt(1n, 10n ** 10n),
  reserveUsdt: fc.bigInt(0n, 10n ** 12n),
})
const anyFuture = fc.record({
  soldBps: bps,
  exercisedBps: bps,
  reservePriceUsdt: price,
  mstrPriceUsdt: price,
  btcPriceUsdt: price,
  paidBps: bps,
})
const anyPool = fc.tuple(fc.bigInt(1n, 10n ** 13n), fc.bigInt(0n, 10n ** 13n))

describe('any stake in any future', () => {
  it('is what the steps of the contracts leave, one after the other', () => {
    fc.assert(
      fc.property(anyTerms, anyFuture, anyPool, (some, when, [shares, others]) => {
        const all = shares + others
        const outcome = stakeOutcomeDown(some, all, shares, when)
        const { used } = settlement(outcome.soldUsdt, outcome.ledgerUsdt)
        const reserve = some.reserveUsdt && reservedMstrDown(some.reserveUsdt, when.reservePriceUsdt)
        const owed = compensation(used, some.compensationBps, reserve, when.mstrPriceUsdt, when.btcPriceUsdt)
        expect(outcome.backUsdt).toBe(claimableDown(shares, all, used, 0n))
        expect(outcome.usedUsdt + outcome.backUsdt).toBe(shares)
        expect(outcome.upfrontUsdt).toBe((upfrontUsdtDown(outcome.soldUsdt, some.upfrontBps) * shares) / all)
        expect(outcome.mstr).toBe((owed.mstrPaid * shares) / all)
        expect(outcome.btcOwed).toBe((owed.btcOwed * shares) / all)
        expect(outcome.btc <= outcome.btcOwed).toBe(true)
        const { backUsdt, upfrontUsdt, mstrUsdt, btcUsdt } = outcome
        expect(outcome.totalUsdt).toBe(backUsdt + upfrontUsdt + mstrUsdt + btcUsdt)
      }),
    )
  })

  it('loses no more than the worst of it, whoever else stakes or leaves', () => {
    fc.assert(
      fc.property(anyTerms, anyFuture, anyPool, (some, when, [shares, others]) => {
        const outcome = stakeOutcomeDown(some, shares + others, shares, when)
        const { coverageBps, maxSaleUsdt, upfrontBps, compensationBps } = some
        const worst = worstOfStakeUp(shares, coverageBps, maxSaleUsdt, upfrontBps, compensationBps)
        const unpaid = worstOfStakeUp(shares, coverageBps, maxSaleUsdt, 0n, compensationBps)
        expect(outcome.usedUsdt <= worst.usedUsdt).toBe(true)
        expect(outcome.usedUsdt - outcome.upfrontUsdt <= worst.lossUsdt + 3n).toBe(true)
        expect(unpaid).toMatchObject({ upfrontUsdt: 0n, lossUsdt: worst.usedUsdt })
        expect(outcome.targetUsdt <= worst.owedUsdt).toBe(true)
      }),
    )
  })

  it('can come to the worst: the bound is no fright', () => {
    expect(worstOfStakeUp(stake, 10_000n, terms.maxSaleUsdt, 1_000n, 9_000n)).toEqual({
      usedUsdt: stake,
      upfrontUsdt: usdt(1_000n),
      owedUsdt: usdt(9_000n),
      lossUsdt: usdt(9_000n),
    })
    const { usedUsdt, upfrontUsdt } = stakeOutcomeDown(terms, total, stake, { ...future, paidBps: 0n })
    expect(usedUsdt - upfrontUsdt).toBe(usdt(9_000n))
    // Two USDT stand behind each of principal: half of them can be used.
    expect(worstOfStakeUp(stake, 20_000n, terms.maxSaleUsdt, 0n, 10_000n).lossUsdt).toBe(usdt(5_000n))
    // Who stakes more than may be sold can't lose more than is sold.
    expect(worstOfStakeUp(usdt(3_000_000n), 10_000n, terms.maxSaleUsdt, 0n, 10_000n).usedUsdt).toBe(
      terms.maxSaleUsdt,
    )
  })
})

it('asks the treasury for what MSTR and the series’ own BTC don’t pay', () => {
  const [reserve, btc] = [100n * 10n ** 18n, usdt(100_000n)]
  const need = (seriesBtc: bigint, mstr: bigint) =>
    treasuryNeedUp(usdt(90_000n), 10_000n, reserve, seriesBtc, mstr, btc)
  expect(need(0n, usdt(400n))).toBe(usdt(50_000n))
  expect(need(20_000_000n, usdt(400n))).toBe(usdt(30_000n))
  expect(need(0n, 0n)).toBe(usdt(90_000n))
  expect(need(10n ** 9n, 0n)).toBe(0n)
})

it('tells what a stake would have become in a series that has ended', () => {
  // 10% used, 10% upfront, 90,000 paid for it.
  expect(realizedDown(stake, total, usdt(100_000n), usdt(190_000n))).toBe(usdt(10_900n))
  expect(realizedDown(stake, 0n, 0n, 0n)).toBe(0n)
})
