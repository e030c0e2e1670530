import { describe, expect, test } from 'vitest'

import { lockGate, requestWindowGate } from './gates'
import type { VaultState } from './snapshot'
import { testGToken, testPreparing, testState } from './test-vault'
import { epochWindow, mintTerms } from './view'
import { DAY_SECONDS, ONE_P } from '../math/units'

const lock = { lockSeconds: 90n * DAY_SECONDS, problem: undefined }

describe('a lock', () => {
  test('needs a discount of at least one unit', () => {
    expect(lockGate(testState, lock, mintTerms(testState, 1_000_000n, lock.lockSeconds)).isMet).toBe(true)
    const gate = lockGate(testState, lock, mintTerms(testState, 1n, lock.lockSeconds))
    expect(gate).toMatchObject({ isMet: false, detail: expect.stringContaining('Enter more') as string })
  })

  test('has no discount from the threshold on, however much is entered', () => {
    const full = { ...testGToken, collateralizationP: 150n * ONE_P }
    const gate = lockGate(full, lock, mintTerms(full, 10n ** 15n, lock.lockSeconds))
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('it is 0% from a collateral ratio of 150% on')
    expect(gate.detail).not.toContain('Enter more')
  })
})

describe('closed requests open again', () => {
  const detail = (state: VaultState, now: bigint) => {
    const { epochs } = state
    if (!epochs) throw new Error('The test vault has epochs.')
    return requestWindowGate(epochs, epochWindow(state, epochs.current), now).detail
  }

  test('of ours at a date, of a GToken not before it', () => {
    const late = 1_000_000n + 2n * DAY_SECONDS
    expect(detail(testState, late)).toMatch(/^Closed .* with epoch 11, /)
    expect(detail(testState, late)).not.toContain('earliest')
    expect(detail(testPreparing, late)).toContain('at the earliest')
  })

  test('of a GToken that is overdue when somebody begins it: no date that is past', () => {
    expect(detail(testPreparing, 1_000_000n + 3n * DAY_SECONDS)).toMatch(
      /with epoch 11, once somebody begins it\.$/,
    )
  })

  test('but not before the feed of a GToken was asked', () => {
    expect(detail(testGToken, 1_000_000n + 3n * DAY_SECONDS)).toBe(
      'Until the vault prepares the next epoch, which may be at any moment.',
    )
  })
})
