import { describe, expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import { testHolder, testLock, testState } from './test-vault'
import type { Holder, Vault } from './snapshot'
import { vaultTodos } from './todos'

const source = testLock(1n, 0n, 0n).source
const known = <T>(value: T): Reading<T> => ({ isKnown: true, value, source: { ...source, raw: '0x' } })
const erc20 = { kind: 'erc20', address: source.contract, decimals: 6 } as const

function vaultWith(holder: Holder | undefined): Vault {
  return {
    identity: {
      address: source.contract,
      nft: source.contract,
      asset: { ...erc20, symbol: 'USDT' },
      share: { ...erc20, symbol: 'mUSDT' },
      isTether: true,
    },
    state: known(testState),
    holder: holder && known(holder),
    readings: { price: known(testState.price) },
  } as Vault
}
/** In the tenth epoch, which ends at 1,259,200. */
const now = 1_100_000n

describe('vaultTodos', () => {
  it('reminds of a request that is void after this epoch', () => {
    expect(vaultTodos(vaultWith(testHolder), [], now)).toMatchObject([
      {
        what: 'Redeem 1,000 mUSDT',
        why: 'Redeemable until 15 Jan 1970, 13:46:40 UTC, 1 d 20 h left; then void.',
        voidAt: 1_259_200n,
      },
    ])
  })
  it('tells of one lock by its number, of several by how many they are', () => {
    const over = [testLock(7n, 0n, now), testLock(8n, 0n, now - 1n)]
    const running = testLock(9n, 0n, now + 1n)
    const what = (locks: typeof over) =>
      vaultTodos(vaultWith(undefined), locks, now).map((todo) => [todo.what, todo.why])
    expect(what([...over.slice(0, 1), running])).toEqual([['Unlock mNFT 7', '1,000 mUSDT, worth 1,010 USDT']])
    expect(what([...over, running])).toEqual([['Unlock 2 mNFTs', '2,000 mUSDT, worth 2,020 USDT']])
    expect(what([running])).toEqual([])
  })
  it('says that not all locks were looked at, instead of that nothing waits', () => {
    const todos = vaultTodos(vaultWith({ ...testHolder, requests: [], lockCount: 501n }), [], now)
    expect(todos.map(({ what }) => what)).toEqual(['Look through 501 mNFTs'])
  })
  it('makes nothing of what is not known', () => {
    expect(vaultTodos(vaultWith(undefined), [], now)).toEqual([])
  })
})
