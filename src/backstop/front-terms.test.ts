import { describe, expect, it } from 'vitest'

import { offerOf } from './front-terms'
import { known, seriesWith, stateIn, terms, unknown } from './test-series'
import type { Phase } from './enums'
import type { Terms } from './snapshot'

const series = (phase: Phase, change: Partial<Terms> = {}) => ({
  ...seriesWith(known(stateIn(phase)), undefined),
  terms: { ...terms, ...change },
})

describe('what the series one can stake in offer', () => {
  it('is the most of upfront shares, and the range of what is made up for (B9, B13)', () => {
    expect(
      offerOf([
        series('Staking', { upfrontBps: 500, compensationBps: 9_000, warrantBps: 0 }),
        series('Staking', { upfrontBps: 1_000, warrantBps: 0 }),
      ]),
    ).toEqual({ mostUpfront: '10%', compensation: '90% to 100%', hasWarrants: false })
  })

  it('leaves out those that are closed, and counts them while none is open', () => {
    const closed = series('Tenor', { upfrontBps: 2_000, warrantBps: 100 })
    const open = series('Staking', { upfrontBps: 1_000, warrantBps: 0 })
    expect(offerOf([closed, open])).toMatchObject({ mostUpfront: '10%', hasWarrants: false })
    expect(offerOf([closed])).toMatchObject({ mostUpfront: '20%', hasWarrants: true })
  })

  it('is not known of none, and a state that can’t be read is not open', () => {
    expect(offerOf([])).toEqual({ mostUpfront: undefined, compensation: undefined, hasWarrants: false })
    const unread = { ...series('Staking', { upfrontBps: 3_000 }), state: unknown<never>('reverted') }
    expect(offerOf([unread, series('Staking')])).toMatchObject({ mostUpfront: '10%' })
  })
})
