import { describe, expect, it } from 'vitest'
import { known, positionWith, seriesWith, stateIn, terms, unknown, usdtOf } from './test-series'
import { todosOf } from './todos'
import { usdPrices } from './worth'

const now = terms.stakingOpen
const prices = usdPrices({ mstrUsdt: usdtOf(400n), btcUsdt: usdtOf(100_000n) }, now, 24n)

describe('todosOf', () => {
  it('adds up what can be withdrawn', () => {
    const position = known(positionWith({ entitlementUsdt: usdtOf(5n), claimableUsdt: usdtOf(5n) }))
    const one = seriesWith(known(stateIn('Tenor')), position)
    expect(todosOf([one, { ...one, id: 1 }], now, prices)[0]).toMatchObject({
      what: 'Withdraw 10 USDT',
      href: '/withdraw',
      usdWad: 10n * 10n ** 18n,
    })
  })

  it('tells of claims, duties and open series', () => {
    const claimable = seriesWith(known(stateIn('Matured')), known(positionWith({ upfrontClaimable: 1n })))
    const open = seriesWith(known(stateIn('Staking')), known(positionWith({ shares: 0n })))
    expect(todosOf([claimable, open], now, prices).map(({ action }) => action)).toEqual([
      'Claim',
      'Settle',
      'Stake',
    ])
  })

  it('tells of a sale that waits to be finalized, from its end on', () => {
    const sold = seriesWith(known(stateIn('Sale')), known(positionWith({ claimableUsdt: 0n })))
    const actions = (at: bigint) => todosOf([sold], at, prices).map(({ action }) => action)
    expect(actions(terms.saleClose - 1n)).toEqual([])
    expect(actions(terms.saleClose)).toEqual(['Finalize'])
  })

  it('offers warrants that wait to be allocated', () => {
    const state = known(stateIn('Tenor', { warrantTotal: 5n }))
    expect(todosOf([seriesWith(state, known(positionWith()))], now, prices)[0]?.what).toBe('Claim warrants')
  })

  it('says until when warrants are worth something, and nothing of the kind of other claims', () => {
    const claim = (change: Parameters<typeof positionWith>[0]) =>
      todosOf([seriesWith(known(stateIn('Tenor')), known(positionWith(change)))], now, prices)[0]
    expect(claim({ warrants: 3n })).toMatchObject({
      why: 'Series A: warrants can be exercised until 1 Jan 1970, 02:46:40 UTC',
      voidAt: terms.maturity,
    })
    expect(claim({ upfrontClaimable: 1n })).not.toHaveProperty('voidAt')
  })

  it('invites to stake, and does not take that for something that waits', () => {
    const open = seriesWith(known(stateIn('Staking')), known(positionWith({ shares: 0n })))
    expect(todosOf([open], now, prices)[0]?.isOffer).toBe(true)
  })

  it('makes nothing of what is not known', () => {
    expect(todosOf([seriesWith(unknown('gone'), unknown('gone'))], now, prices)).toEqual([])
  })
})
