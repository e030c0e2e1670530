import { describe, expect, it } from 'vitest'
import { tetherUnit } from '../math/tether'
import { firstUnmet } from '../ui/gate'
import { amountGate, balanceGate, tetherGates, walletGates } from '../form/gates'
import { recipientGate } from '../form/payout-gates'
import { seriesOpenGate, stakingWindowGate } from './gates'
import { coverGate, finalizeGate, settleGate } from './keeper-gates'
import { account, known, stateIn, terms, unknown, usdtFacts, usdtOf } from './test-series'

describe('who and where', () => {
  it('asks for a wallet, then for the network', () => {
    expect(firstUnmet(walletGates({ account: undefined, isWrongNetwork: false }, 'Devnet'))?.label).toBe(
      'Wallet connected',
    )
    const wrong = firstUnmet(walletGates({ account, isWrongNetwork: true }, 'Devnet'))
    expect(wrong?.detail).toContain('switch it to Devnet')
    expect(firstUnmet(walletGates({ account, isWrongNetwork: false }, 'Devnet'))).toBeUndefined()
  })
})

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

describe('Tether (rules.md U3, U5)', () => {
  it('treats what is not known as not met, with the reason', () => {
    const facts = { ...usdtFacts, isPaused: unknown<boolean>('The node timed out.') }
    expect(firstUnmet(tetherGates(facts))?.detail).toContain('The node timed out.')
  })

  it('explains a pause and a blacklist', () => {
    expect(firstUnmet(tetherGates({ ...usdtFacts, isPaused: known(true) }))?.detail).toContain('paused')
    expect(firstUnmet(tetherGates({ ...usdtFacts, isBlacklisted: known(true) }))?.detail).toContain(
      'blacklisted',
    )
    expect(firstUnmet(tetherGates(usdtFacts))).toBeUndefined()
  })

  it('compares the balance to the last unit and says how much is missing', () => {
    expect(balanceGate(tetherUnit, usdtFacts.balance, usdtOf(5_000n)).isMet).toBe(true)
    const gate = balanceGate(tetherUnit, usdtFacts.balance, usdtOf(5_000n) + 1n)
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('0.000001 USDT short')
  })

  it('sends a blacklisted staker elsewhere (rules.md B16)', () => {
    const facts = { ...usdtFacts, isBlacklisted: known(true) }
    expect(recipientGate({ kind: 'self' }, facts).isMet).toBe(false)
    expect(recipientGate({ kind: 'other', address: account, warning: undefined }, facts).isMet).toBe(true)
    expect(recipientGate({ kind: 'invalid', problem: 'No address.' }, usdtFacts).detail).toBe('No address.')
  })
})

describe('amounts', () => {
  const most = { value: 10n, what: 'your stake' }
  it.each([
    [{ amount: undefined, problem: undefined }, 'Enter an amount.'],
    [{ amount: undefined, problem: 'Use only digits.' }, 'Use only digits.'],
    [{ amount: 0n, problem: undefined }, 'above 0'],
    [{ amount: 11n, problem: undefined }, 'more than your stake'],
  ])('%o is refused: %s', (entry, detail) => {
    const gate = amountGate(entry, most)
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain(detail)
  })

  it('accepts the limit itself', () => {
    expect(amountGate({ amount: 10n, problem: undefined }, most).isMet).toBe(true)
  })

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
