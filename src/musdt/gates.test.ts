import { describe, expect, test } from 'vitest'

import { lockGate, requestWindowGate } from './gates'
import { testGToken, testState } from './test-vault'
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
  const epoch = epochWindow(testState, 10n)
  const detail = (now: bigint, kind: 'ours' | 'gToken') => requestWindowGate(epoch, now, kind).detail

  test('of ours at a date, of a GToken not before it', () => {
    expect(detail(1_000_000n + 2n * DAY_SECONDS, 'ours')).not.toContain('earliest')
    expect(detail(1_000_000n + 2n * DAY_SECONDS, 'gToken')).toContain('at the earliest')
  })

  test('of a GToken that is overdue when somebody begins it: no date that is past', () => {
    expect(detail(1_000_000n + 3n * DAY_SECONDS, 'gToken')).toMatch(
      /with epoch 11, once somebody begins it\.$/,
    )
  })
})
