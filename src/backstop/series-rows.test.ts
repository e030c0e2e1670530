import { describe, expect, it } from 'vitest'

import { claimRow, found, isTakeable, sorted, withdrawRow } from './series-rows'
import type { Series } from './snapshot'
import { known, positionWith, seriesWith, stateIn, terms, unknown, usdtOf } from './test-series'

const series = (
  name: string,
  phase: Parameters<typeof stateIn>[0],
  change: Parameters<typeof positionWith>[0] = {},
  state: Parameters<typeof stateIn>[1] = {},
): Series => ({ ...seriesWith(known(stateIn(phase, state)), known(positionWith(change))), name })

describe('a row says what can be taken', () => {
  it('of a claim: every part, and USDT that comes in two ways as one amount to order by', () => {
    const due = { claimableUsdt: usdtOf(5n), upfrontClaimable: usdtOf(2n), warrants: 3n }
    const one = series('A', 'Tenor', due)
    const inUsdt = { ...one, terms: { ...terms, upfrontAsset: 1 } }
    expect(claimRow(inUsdt)).toMatchObject({
      takes: ['5 USDT', '2 USDT upfront share', '3 warrants'],
      usdtAmount: usdtOf(7n),
    })
    expect(claimRow(one).usdtAmount).toBe(usdtOf(5n))
  })

  it('of warrants that are not allocated yet, however many they will be', () => {
    const unranked = series('A', 'Tenor', {}, { warrantTotal: 9n })
    expect(claimRow(unranked).takes).toEqual(['warrants, not allocated yet'])
    const ranked = series('A', 'Tenor', {}, { warrantTotal: 9n, isWarrantAllocationComplete: true })
    expect(claimRow(ranked).takes).toEqual([])
  })

  it('of a withdrawal: only the stake', () => {
    expect(withdrawRow(series('A', 'Tenor', { claimableUsdt: usdtOf(5n), warrants: 3n })).takes).toEqual([
      '5 USDT',
    ])
    expect(withdrawRow(series('A', 'Tenor', { warrants: 3n })).takes).toEqual([])
  })

  it('never takes what is unknown for nothing', () => {
    const blind = seriesWith(known(stateIn('Tenor')), unknown('no answer'))
    for (const row of [claimRow(blind), withdrawRow(blind)]) {
      expect(row.takes).toBeUndefined()
      expect(isTakeable(row)).toBe(true)
    }
  })
})

describe('the order of rows', () => {
  const rows = [
    series('Series 10', 'Settled'),
    series('Series 9', 'Tenor', { claimableUsdt: usdtOf(1n) }),
    series('Series 2', 'Staking', { claimableUsdt: 0n }),
    series('Series 1', 'Tenor', { claimableUsdt: usdtOf(3n) }),
  ].map(withdrawRow)
  const names = (order: Parameters<typeof sorted>[1]) =>
    sorted(rows, order, 1_500n).map((row) => row.series.name)

  it('puts what can be taken first, and by amount, date or name on request', () => {
    expect(names('takeable')).toEqual(['Series 9', 'Series 1', 'Series 10', 'Series 2'])
    expect(names('amount')).toEqual(['Series 1', 'Series 9', 'Series 10', 'Series 2'])
    expect(names('date')).toEqual(['Series 2', 'Series 9', 'Series 1', 'Series 10'])
    expect(names('name')).toEqual(['Series 1', 'Series 2', 'Series 9', 'Series 10'])
  })

  it('finds by name and by stage, whatever the case', () => {
    const names = (text: string) => found(rows, text, 1_500n).map((row) => row.series.name)
    expect(names(' series 1')).toEqual(['Series 10', 'Series 1'])
    expect(names('tenor')).toEqual(['Series 9', 'Series 1'])
    expect(names('')).toHaveLength(4)
  })
})
