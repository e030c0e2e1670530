import { describe, expect, it } from 'vitest'
import { settlementAsDone, settlementIfNow, upfrontSoFarUsdt, upfrontView, warrantsOf } from './claims-view'
import { positionWith, stateIn, terms, usdtOf } from './test-series'
import { MSTR_UNIT as MSTR } from '../math/backstop'

const prices = { mstrUsdt: usdtOf(400n), btcUsdt: usdtOf(100_000n) }

describe('upfront share (rules.md B9)', () => {
  it('says what the treasury still owes', () => {
    const state = stateIn('Tenor', { upfrontTotal: 100_000_000n, upfrontFunded: 60_000_000n })
    const view = upfrontView(terms, state, positionWith({ upfrontClaimable: 6_000_000n }))
    expect(view).toMatchObject({
      symbol: 'BTC',
      mine: 10_000_000n,
      claimable: 6_000_000n,
      owedLater: 4_000_000n,
    })
  })

  it('grows with what is sold', () => {
    expect(upfrontSoFarUsdt(terms, stateIn('Sale', { soldUsdt: usdtOf(500_000n) }), usdtOf(100_000n))).toBe(
      usdtOf(5_000n),
    )
  })
})

describe('settlement (rules.md B11–B13)', () => {
  const sold = { outstandingUsdt: usdtOf(900_000n), ledgerUsdt: usdtOf(800_000n) }

  it('pays MSTR up to the target and keeps the rest of the stake free', () => {
    const state = stateIn('Tenor', { ...sold, mstrReserved: 500n * MSTR })
    const view = settlementIfNow(terms, state, positionWith({ withdrawnUsdt: usdtOf(50_000n) }), prices)
    expect(view).toMatchObject({
      fromLedgerUsdt: usdtOf(800_000n),
      usedUsdt: usdtOf(100_000n),
      freeUsdt: usdtOf(900_000n),
      targetUsdt: usdtOf(100_000n),
      mstrPaid: 250n * MSTR,
      mstrPaidUsdt: usdtOf(100_000n),
      btcOwed: 0n,
    })
    expect(view.mine).toEqual({
      claimableUsdt: usdtOf(40_000n),
      usedUsdt: usdtOf(10_000n),
      mstr: 25n * MSTR,
      btc: 0n,
    })
  })

  it('is the original’s example at 9000 bps: 10 BTC raised, 10% used, 0.9 BTC', () => {
    const state = stateIn('Matured', { outstandingUsdt: usdtOf(1_000_000n), ledgerUsdt: usdtOf(900_000n) })
    const view = settlementIfNow({ ...terms, compensationBps: 9_000 }, state, positionWith(), prices)
    expect(view).toMatchObject({ usedUsdt: usdtOf(100_000n), btcOwed: 90_000_000n, mstrPaid: 0n })
    expect(view.mine.btc).toBe(9_000_000n)
  })

  it('tells a settlement that was done from the contract’s record', () => {
    const result = {
      settledAt: 10_000n,
      fixedAt: 10_001n,
      outstandingUsdt: usdtOf(1_000_000n),
      fromLedgerUsdt: usdtOf(900_000n),
      usedUsdt: usdtOf(100_000n),
      mstrPriceUsdt: prices.mstrUsdt,
      btcPriceUsdt: prices.btcUsdt,
      targetUsdt: usdtOf(100_000n),
      mstrPaid: 100n * MSTR,
      mstrBurnt: 0n,
      btcOwed: 60_000_000n,
      btcFunded: 30_000_000n,
    }
    const position = positionWith({ entitlementUsdt: usdtOf(90_000n), claimableUsdt: usdtOf(90_000n) })
    const view = settlementAsDone(stateIn('Settled'), result, position)
    expect(view.mine).toEqual({
      claimableUsdt: usdtOf(90_000n),
      usedUsdt: usdtOf(10_000n),
      mstr: 10n * MSTR,
      btc: 6_000_000n,
    })
  })
})

describe('warrants (rules.md B10)', () => {
  const low = '0x0000000000000000000000000000000000000001'
  const high = '0xF000000000000000000000000000000000000002'
  const big = '0x8000000000000000000000000000000000000003'
  const stakers = [
    { address: high, shares: 1n },
    { address: big, shares: 4n },
    { address: low, shares: 1n },
  ] as const

  it('counts one staker’s, whatever the case of the address', () => {
    expect(warrantsOf(low, 10n, stakers, 6n)).toBe(2n)
    expect(warrantsOf(high.toLowerCase() as typeof high, 10n, stakers, 6n)).toBe(1n)
    expect(warrantsOf('0x0000000000000000000000000000000000000009', 10n, stakers, 6n)).toBe(0n)
  })
})
