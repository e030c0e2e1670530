import { expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import { datesOf } from './dates'
import type { Vault } from './snapshot'
import { testHolder, testLock, testState } from './test-vault'
import { worthOf } from './worth'

const { source } = testLock(1n, 0n, 0n)
const known = <T>(value: T): Reading<T> => ({ isKnown: true, value, source })
const erc20 = { kind: 'erc20', address: source.contract, decimals: 6 } as const

const vault = {
  identity: {
    address: source.contract,
    nft: source.contract,
    asset: { ...erc20, symbol: 'USDT' },
    share: { ...erc20, symbol: 'mUSDT' },
    isTether: true,
  },
  timestamp: 1_100_000n,
  state: known(testState),
  holder: known({ ...testHolder, lockCount: 1n }),
  balance: known(7_000_000n),
  readings: { price: known(testState.price) },
} as Vault
/** In the tenth epoch, which ends at 1,259,200. */
const now = 1_100_000n

it('tells when requests open and lapse, which lapsed, and when locks end', () => {
  const dates = datesOf(vault, [testLock(7n, 0n, now), testLock(8n, 0n, now + 1n)], now)
  expect(dates.map(({ at, what, isMissed }) => [at, what, isMissed])).toEqual([
    [1_259_200n, 'The request for 1,000 mUSDT becomes void', undefined],
    [1_518_400n, '2,000 mUSDT can be redeemed', undefined],
    [1_000_000n, '200 mUSDT was not redeemed in time', true],
    [740_800n, '300 mUSDT was not redeemed in time', true],
    [now + 1n, 'mNFT 8 unlocks', undefined],
  ])
  expect(dates[1]).toMatchObject({ until: 1_777_600n })
})

it('makes no date of what is not known', () => {
  expect(datesOf({ ...vault, holder: undefined }, undefined, now)).toEqual([])
})

it('is worth its shares and locks at the price, and what is not read of them is not known', () => {
  const usd = (locks: Parameters<typeof worthOf>[1]) =>
    worthOf(vault, locks).parts.map(({ usdWad }) => usdWad)
  const cents = 10n ** 16n
  expect(usd(known([testLock(7n, 0n, now)]))).toEqual([505_000n * cents, 101_000n * cents, 700n * cents])
  expect(usd(known([]))).toEqual([505_000n * cents, undefined, 700n * cents])
  expect(usd(undefined)).toEqual([505_000n * cents, undefined, 700n * cents])
})

it('takes no price for what a live GToken takes', () => {
  const other = { ...vault, identity: { ...vault.identity, isTether: false } }
  expect(worthOf(other, undefined)).toEqual({ parts: [], notCounted: ['5,000 mUSDT', '1 mNFT'] })
})
