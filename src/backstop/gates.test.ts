import { describe, expect, it } from 'vitest'
import { seriesOpenGate, stakingWindowGate } from './gates'
import { coverGate, finalizeGate, settleGate } from './keeper-gates'
import { known, stateIn, terms } from './test-series'

describe('the staking window is [open, close) on the chain’s clock', () => {
  it.each([
    [999n, false],
    [1_000n, true],
    [1_999n, true],
    [2_000n, false],
  ])('at %d: %s', (now, isMet) => {
    const gate = stakingWindowGate(terms, now)
    expect(gate.isMet).toBe(isMet)
    expect(gate.detail).toContain('Chain time')
  })

  it('is not open while the time is unknown', () => {
    expect(stakingWindowGate(terms, undefined).isMet).toBe(false)
  })
})

describe('the payer', () => {
  it('needs the payer to hold it', () => {
    expect(coverGate('Ledger covers it', 10n, 10n).isMet).toBe(true)
    expect(coverGate('Ledger covers it', 10n, 11n).isMet).toBe(false)
    expect(coverGate('Ledger covers it', 0n, undefined).isMet).toBe(false)
    expect(coverGate('Ledger covers it', undefined, 1n).isMet).toBe(false)
  })
})

describe('phases', () => {
  it('finalizes from the close of the sale on, once, and not when cancelled', () => {
    expect(finalizeGate(terms, stateIn('Sale'), 2_999n).isMet).toBe(false)
    expect(finalizeGate(terms, stateIn('Sale'), 3_000n).isMet).toBe(true)
    expect(finalizeGate(terms, stateIn('Tenor'), 3_000n).isMet).toBe(false)
    expect(finalizeGate(terms, stateIn('Cancelled'), 3_000n).isMet).toBe(false)
  })

  it('settles from maturity on, once', () => {
    expect(settleGate(terms, stateIn('Tenor'), 9_999n).isMet).toBe(false)
    expect(settleGate(terms, stateIn('Matured'), 10_000n).isMet).toBe(true)
    expect(settleGate(terms, stateIn('Settled'), 10_000n).isMet).toBe(false)
    expect(settleGate(terms, stateIn('Sale'), 10_000n).isMet).toBe(false)
  })

  it('stops entries while paused', () => {
    expect(seriesOpenGate(known(stateIn('Staking', { isPaused: true }))).isMet).toBe(false)
    expect(seriesOpenGate(known(stateIn('Staking'))).isMet).toBe(true)
  })
})
