import { describe, expect, test } from 'vitest'

import { redeemWindowGate } from './exit-gates'
import { oneUnitGate } from './gates'
import type { Erc20, VaultState } from './snapshot'
import { testGToken, testPreparing, testState } from './test-vault'
import { epochWindow } from './view'
import { DAY_SECONDS } from '../math/units'

const few = { amount: 1n, problem: undefined }
const usdt: Erc20 = {
  kind: 'erc20',
  address: '0x00000000000000000000000000000000000000cC',
  symbol: 'USDT',
  decimals: 6,
}

test('shares that are worth nothing cannot be redeemed', () => {
  expect(oneUnitGate('Pays', few, 1n, usdt)).toMatchObject({ isMet: true, detail: 'Pays 0.000001 USDT.' })
  expect(oneUnitGate('Pays', few, 0n, usdt)).toMatchObject({ isMet: false })
  expect(oneUnitGate('Pays', few, undefined, usdt).isMet).toBe(false)
})

describe('redeeming is open', () => {
  const gate = (state: VaultState, now: bigint) => {
    const { epochs } = state
    if (!epochs) throw new Error('The test vault has epochs.')
    return redeemWindowGate(epochs, epochWindow(state, epochs.current), now)
  }
  const late = 1_000_000n + 2n * DAY_SECONDS

  test('of ours by the clock', () => {
    const end = 1_000_000n + 3n * DAY_SECONDS
    expect(gate(testState, end - 1n).isMet).toBe(true)
    expect(gate(testState, end)).toMatchObject({
      isMet: false,
      detail: expect.stringContaining('ended') as string,
    })
  })
  test('of a GToken until its feed prepares the next epoch, and not by the clock', () => {
    expect(gate(testGToken, late - 1n).detail).toMatch(/^At least until .* 1 s left\.$/)
    expect(gate(testGToken, late)).toMatchObject({
      isMet: true,
      detail: 'Until the vault prepares the next epoch, which may be at any moment.',
    })
    expect(gate(testPreparing, late - 1n).isMet).toBe(false)
  })
})
