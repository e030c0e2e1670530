import { describe, expect, test } from 'vitest'

import type { UsdtFacts } from '../chain/usdt'
import { testGToken, testLock, testState } from './test-vault'
import { counted } from './view'

const { source } = testLock(1n, 0n, 1n)
const fee = { isKnown: true, source, value: { feeBps: 10n, maximumFeeUsdt: 50_000_000n } } as const
const withFee = { usdt: { fee } as UsdtFacts }

describe('with Tether’s transfer fee on', () => {
  test('our vault counts what arrives', () => {
    expect(counted(testState, withFee, 1_000_000_000n)).toBe(999_000_000n)
  })

  test('a GToken counts what was sent', () => {
    expect(counted(testGToken, withFee, 1_000_000_000n)).toBe(1_000_000_000n)
  })
})
