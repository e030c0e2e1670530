import { describe, expect, it } from 'vitest'

import { needOfAll } from './make-whole'
import type { Series, SeriesState, SettlementResult, Terms } from './snapshot'
import type { Phase } from './enums'
import { known, seriesWith, stateIn, terms, unknown, usdtOf } from './test-series'

const prices = { mstrUsdt: usdtOf(400n), btcUsdt: usdtOf(100_000n) }
const inMstr = { ...terms, upfrontAsset: 2, makeWholeOrder: 0 }

function seriesOf(phase: Phase, change: Partial<SeriesState> = {}, its: Terms = inMstr): Series {
  return { ...seriesWith(known(stateIn(phase, change)), undefined), terms: its }
}
const need = (series: readonly Series[], which: 'now' | 'worst') => needOfAll(series, prices, which).value

describe('what all series would ask of one treasury (rules.md B13)', () => {
  const owing = { outstandingUsdt: usdtOf(500_000n), ledgerUsdt: usdtOf(200_000n) }
  const reserved = { mstrReserved: 150n * 10n ** 18n }

  it('is what neither ledger nor reserved MSTR pays; at worst MSTR is worth nothing', () => {
    const tenor = seriesOf('Tenor', { ...owing, ...reserved })
    expect(need([tenor], 'now')).toBe(usdtOf(240_000n))
    expect(need([tenor], 'worst')).toBe(usdtOf(300_000n))
    expect(need([tenor, tenor], 'worst')).toBe(usdtOf(600_000n))
  })

  it('is less by the BTC of the series, unless the treasury pays first', () => {
    const seriesBtc = 100_000_000n
    expect(need([seriesOf('Matured', { ...owing, ...reserved, seriesBtc })], 'now')).toBe(usdtOf(140_000n))
    const treasuryFirst = { ...inMstr, makeWholeOrder: 1 }
    expect(need([seriesOf('Matured', { ...owing, ...reserved, seriesBtc }, treasuryFirst)], 'now')).toBe(
      usdtOf(240_000n),
    )
  })

  it('counts what is sold now, and at worst what may be sold', () => {
    const sale = seriesOf('Sale', { soldUsdt: usdtOf(90_000n), isMstrReserved: false })
    expect(need([sale], 'now')).toBe(usdtOf(30_000n))
    expect(need([sale], 'worst')).toBe(usdtOf(1_000_000n))
    expect(need([seriesOf('Staking')], 'now')).toBe(0n)
    expect(need([seriesOf('Staking')], 'worst')).toBe(terms.maxSaleUsdt)
    expect(need([seriesOf('Cancelled')], 'worst')).toBe(0n)
  })

  it('counts upfront shares in BTC: they come out of the same purse', () => {
    const inBtc = { ...inMstr, upfrontAsset: 0 }
    const sale = seriesOf('Sale', { soldUsdt: usdtOf(90_000n), isMstrReserved: false }, inBtc)
    expect(need([sale], 'now')).toBe(usdtOf(39_000n))
    const upfront = { upfrontTotal: 50_000_000n, upfrontFunded: 20_000_000n }
    expect(need([seriesOf('Tenor', upfront, inBtc)], 'now')).toBe(usdtOf(30_000n))
  })

  it('is only what is still to be paid once it is fixed', () => {
    const result = { fixedAt: 5n, btcOwed: 90_000_000n, btcFunded: 40_000_000n } as SettlementResult
    const settled = { ...seriesOf('Settled'), settlement: known(result) }
    expect(need([settled], 'worst')).toBe(usdtOf(50_000n))
  })

  it('is incomplete, never smaller in silence, where something is not known', () => {
    const total = needOfAll([seriesWith(unknown('timeout'), undefined), seriesOf('Settled')], prices, 'now')
    expect(total).toEqual({ value: 0n, isComplete: false })
  })
})
