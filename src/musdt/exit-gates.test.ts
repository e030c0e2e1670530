import { expect, test } from 'vitest'

import { redeemWindowGate, someAssetsGate } from './exit-gates'
import type { Erc20 } from './snapshot'
import { testGToken } from './test-vault'
import { DAY, epochAt } from './view'

const usdt: Erc20 = {
  kind: 'erc20',
  address: '0x00000000000000000000000000000000000000cC',
  symbol: 'USDT',
  decimals: 6,
}

test('shares that are worth nothing cannot be redeemed', () => {
  expect(someAssetsGate(1n, usdt)).toMatchObject({ isMet: true, detail: 'Pays 0.000001 USDT.' })
  expect(someAssetsGate(0n, usdt)).toMatchObject({ isMet: false })
  expect(someAssetsGate(undefined, usdt).isMet).toBe(false)
})

test('redeeming is open by the clock, and for as long as a GToken lets something out', () => {
  const epoch = epochAt(testGToken, 10n)
  const late = 1_000_000n + 2n * DAY
  expect(redeemWindowGate(epoch, late - 1n, false).isMet).toBe(true)
  expect(redeemWindowGate(epoch, late, false).isMet).toBe(false)
  expect(redeemWindowGate(epoch, late, true)).toMatchObject({
    isMet: true,
    detail: expect.not.stringMatching(/\d/) as string,
  })
})
