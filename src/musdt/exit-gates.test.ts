import { expect, test } from 'vitest'

import { redeemWindowGate } from './exit-gates'
import { oneUnitGate } from './gates'
import type { Erc20 } from './snapshot'
import { testGToken } from './test-vault'
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

test('redeeming is open by the clock, and for as long as a GToken lets something out', () => {
  const epoch = epochWindow(testGToken, 10n)
  const late = 1_000_000n + 2n * DAY_SECONDS
  expect(redeemWindowGate(epoch, late - 1n, false).isMet).toBe(true)
  expect(redeemWindowGate(epoch, late, false).isMet).toBe(false)
  expect(redeemWindowGate(epoch, late, true)).toMatchObject({
    isMet: true,
    detail: expect.not.stringMatching(/\d/) as string,
  })
})
