import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import type { Claim } from './plans'
import type { Position, Series } from './snapshot'
import { known, positionWith, seriesWith, stateIn, unknown, usdtOf } from './test-series'
import { claimUsd, upfrontText, usdPrices, worthOf, type Wallet } from './worth'

const prices = usdPrices({ mstrUsdt: usdtOf(400n), btcUsdt: usdtOf(100_000n) }, 7_200n, 24n)
const usdt = { balance: known(usdtOf(5n)) } as Parameters<typeof worthOf>[1]
const wallet = (notes: bigint, warrants: bigint) =>
  ({ btc: known(0n), mstr: known(0n), bonds: [{ notes: known(notes), warrants: known(warrants) }] }) as Wallet
const inTenor = (change: Partial<Position>) =>
  seriesWith(known(stateIn('Tenor')), known(positionWith(change)))
const worth = (series: readonly Series[], held = wallet(0n, 0n)) => worthOf(series, usdt, held, prices)

describe('what stakes are worth (B7, B9, B13)', () => {
  it('is what is locked, released, and ready to be claimed at the prices', () => {
    const one = inTenor({
      entitlementUsdt: usdtOf(30n),
      claimableUsdt: usdtOf(20n),
      upfrontClaimable: 10n ** 7n,
      mstrClaimable: 2n * WAD,
      btcClaimable: 10n ** 6n,
    })
    expect(worth([one]).parts.map(({ key, usdWad }) => [key, usdWad && usdWad / WAD])).toEqual([
      ['locked', 99_970n],
      ['free', 20n],
      ['paid MSTR', 800n],
      ['paid BTC', 11_000n],
      [expect.stringContaining('wallet'), 5n],
    ])
  })
  it('is not known where a position, or a price that counts, is not', () => {
    const lost = seriesWith(known(stateIn('Tenor')), unknown('gone'))
    expect(worth([inTenor({}), lost]).parts.find(({ key }) => key === 'locked')?.usdWad).toBeUndefined()
    const unpriced = worthOf([inTenor({ btcClaimable: 1n })], usdt, undefined, usdPrices(undefined, 0n, 24n))
    expect(unpriced.parts.find(({ key }) => key === 'paid BTC')?.usdWad).toBeUndefined()
  })
  it('leaves out what has no price, and says so', () => {
    expect(worth([inTenor({ warrants: 3n })], wallet(2n, 1n)).notCounted).toEqual([
      '2 Notes',
      '1 Warrant NFT',
      '3 warrants to claim',
    ])
    const state = stateIn('Tenor', { upfrontTotal: 10n ** 8n, upfrontFunded: 0n })
    const owed = seriesWith(known(state), known(positionWith()))
    expect(worth([owed]).notCounted).toEqual(['0.1 BTC owed by Series A'])
  })
})

it('tells upfront shares that were paid or can be claimed, each in its asset, or nothing', () => {
  const paid = inTenor({ upfrontClaimed: 10n ** 7n, upfrontClaimable: 10n ** 6n })
  const inUsdt = { ...paid, terms: { ...paid.terms, upfrontAsset: 1 } }
  expect(upfrontText([paid, inUsdt])).toBe('11 USDT, 0.11 BTC of upfront shares')
  expect(upfrontText([inTenor({})])).toBeUndefined()
  expect(upfrontText([paid, seriesWith(known(stateIn('Tenor')), unknown('gone'))])).toBeUndefined()
})

it('a claim is worth its parts together, and nothing is told where one has no price', () => {
  const claim: Claim = {
    ...{ usdtAmount: 0n, upfront: usdtOf(7n), warrants: 1n },
    upfrontAsset: 'USDT',
    ...{ mstrAmount: WAD, btcAmount: 0n },
  }
  expect(claimUsd(claim, prices)).toBe(407n * WAD)
  expect(claimUsd(claim, usdPrices(undefined, 0n, 24n))).toBeUndefined()
  expect(claimUsd({ ...claim, upfront: 0n, mstrAmount: 0n }, prices)).toBeUndefined()
})
