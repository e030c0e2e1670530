import { expect, test } from 'vitest'

import { WAD } from '../math/units'
import { promisedText } from './promised'
import { testState } from './test-vault'

const address = '0x00000000000000000000000000000000000000aA'
const identity = {
  asset: { kind: 'erc20', address, symbol: 'USDT', decimals: 6 },
  share: { kind: 'erc20', address, symbol: 'mUSDT', decimals: 6 },
} as const
const thin = { ...testState, pnlPerToken: 0n }

test('says what promised discounts will take from every share (rules.md M11)', () => {
  // 1,000 USDT of 1,000,000 shares: 0.001 each.
  expect(promisedText(thin, 1_000_000_000n, identity)).toBe(
    '1.009 once 1,000 USDT of promised discounts are charged: 0.001 USDT less per mUSDT, borne by all holders, new ones too.',
  )
})

test('rounds against the holder, and hides no dust', () => {
  expect(promisedText(thin, 1n, identity)).toContain(': 0.000001 USDT less per mUSDT')
})

test('says that a buffer bears them, where it does', () => {
  expect(testState.pnlPerToken).toBeLessThan(-WAD / 10n)
  expect(promisedText(testState, 1_000_000_000n, identity)).toBe(
    'It stays 1.01 when 1,000 USDT of promised discounts are charged: the buffer above 100% bears them.',
  )
})
