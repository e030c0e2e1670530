import { describe, expect, it } from 'vitest'
import type { UsdtFacts } from '../chain/usdt'
import type { Reading } from '../math/reading'
import { tetherUnit } from '../math/tether'
import { firstUnmet } from '../ui/gate'
import { amountGate, balanceGate, currentTetherGate, tetherGates, walletGates } from './gates'
import { recipientGate } from './payout-gates'

const account = '0x00000000000000000000000000000000000a11cE'
const source = {
  contract: account,
  label: 'Test',
  functionName: 'test',
  args: [],
  blockNumber: 1n,
  abi: [],
  raw: '0x',
} as const
const usdtOf = (tokens: bigint) => tokens * 10n ** 6n
const known = <T>(value: T): Reading<T> => ({ isKnown: true, value, source })
const unknown = <T>(reason: string): Reading<T> => ({ isKnown: false, reason, source })
const usdtFacts: UsdtFacts = {
  isPaused: known(false),
  fee: known({ feeBps: 0n, maximumFeeUsdt: 0n }),
  balance: known(usdtOf(5_000n)),
  isBlacklisted: known(false),
  movedTo: known(undefined),
}

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

describe('a Tether that has moved', () => {
  it('takes nothing new, and says where it is', () => {
    expect(currentTetherGate(usdtFacts).isMet).toBe(true)
    const gate = currentTetherGate({ ...usdtFacts, movedTo: known(source.contract) })
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain(`Tether has moved to ${source.contract}`)
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
})
