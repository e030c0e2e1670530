import { expect, test } from 'vitest'

import { someAssetsGate } from './exit-gates'
import type { Erc20 } from './snapshot'

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
