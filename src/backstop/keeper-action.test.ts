import { describe, expect, it } from 'vitest'

import { keeperActionsOf } from './keeper-action'
import type { SeriesState, SettlementResult, Terms } from './snapshot'
import { known, seriesWith, stateIn, terms, usdtOf } from './test-series'

const unfixed: SettlementResult = {
  settledAt: 10_000n,
  fixedAt: 0n,
  outstandingUsdt: usdtOf(100n),
  fromLedgerUsdt: usdtOf(90n),
  usedUsdt: usdtOf(10n),
  mstrPriceUsdt: 0n,
  btcPriceUsdt: 0n,
  targetUsdt: 0n,
  mstrPaid: 0n,
  mstrBurnt: 0n,
  btcOwed: 0n,
  btcFunded: 0n,
}

/** What there is to do, and which prices have to be on record first. */
function todo(state: SeriesState, result?: SettlementResult, change: Partial<Terms> = {}) {
  const series = { ...seriesWith(known(state), undefined), terms: { ...terms, ...change } }
  const actions = keeperActionsOf(result ? { ...series, settlement: known(result) } : series, state)
  return actions.map(({ kind, needs }) => [kind, ...needs.map(({ asset, at }) => `${asset} at ${at}`)])
}

describe('what anyone may do for a series', () => {
  it('is nothing before the sale, and the finalization in it', () => {
    expect(todo(stateIn('Staking'))).toEqual([])
    expect(todo(stateIn('Cancelled'))).toEqual([])
    expect(todo(stateIn('Sale'))).toEqual([['finalizeSale']])
  })

  it('is the reserve and the upfront share of a finalized sale, and neither hides the settlement', () => {
    const state = stateIn('Matured', { isMstrReserved: false, isUpfrontFixed: false, upfrontUsdt: 1n })
    expect(todo(state)).toEqual([
      ['reserveMstr', 'MSTR at the close of the sale'],
      ['settle'],
      ['fundUpfront', 'BTC at the close of the sale'],
    ])
    expect(todo(state, undefined, { reserveUsdt: 0n, upfrontAsset: 2 })).toEqual([
      ['settle'],
      ['fundUpfront', 'MSTR at the close of the sale'],
    ])
    expect(todo(stateIn('Tenor', { upfrontTotal: 2n, upfrontFunded: 1n }))).toEqual([
      ['settle'],
      ['fundUpfront'],
    ])
  })

  it('is the compensation of a settled series, at the prices it needs', () => {
    expect(todo(stateIn('Settled'), unfixed)).toEqual([
      ['fixCompensation', 'MSTR at maturity', 'BTC at maturity'],
    ])
    expect(todo(stateIn('Settled', { isMstrReserved: false }), unfixed)).toEqual([
      ['fixCompensation', 'MSTR at the close of the sale', 'MSTR at maturity', 'BTC at maturity'],
    ])
    expect(todo(stateIn('Settled'), { ...unfixed, usedUsdt: 0n })).toEqual([['fixCompensation']])
  })

  it('is what is still owed, then what is left over', () => {
    const fixed = { ...unfixed, fixedAt: 10_001n, btcOwed: 5n, btcFunded: 4n }
    const state = stateIn('Settled', { seriesBtc: 1n, ledgerUsdt: 3n, outstandingUsdt: 2n })
    expect(todo(state, fixed)).toEqual([['fundMakeWhole'], ['sweepLedger']])
    expect(todo(state, { ...fixed, btcFunded: 5n })).toEqual([['returnSeriesBtc'], ['sweepLedger']])
    expect(
      todo(stateIn('Settled', { ledgerUsdt: 2n, outstandingUsdt: 2n }), { ...fixed, btcFunded: 5n }),
    ).toEqual([])
  })
})
