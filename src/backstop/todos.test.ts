import { describe, expect, it } from 'vitest'
import { known, positionWith, seriesWith, stateIn, unknown, usdtOf } from './test-series'
import { todosOf } from './todos'

describe('todosOf', () => {
  it('adds up what can be withdrawn', () => {
    const position = known(positionWith({ entitlementUsdt: usdtOf(5n), claimableUsdt: usdtOf(5n) }))
    const one = seriesWith(known(stateIn('Tenor')), position)
    expect(todosOf([one, { ...one, id: 1 }])[0]).toMatchObject({
      what: 'Withdraw 10 USDT',
      href: '/withdraw',
    })
  })

  it('tells of claims, duties and open series', () => {
    const claimable = seriesWith(known(stateIn('Matured')), known(positionWith({ upfrontClaimable: 1n })))
    const open = seriesWith(known(stateIn('Staking')), known(positionWith({ shares: 0n })))
    expect(todosOf([claimable, open]).map(({ action }) => action)).toEqual(['Claim', 'Settle', 'Stake'])
  })

  it('offers warrants that wait to be allocated', () => {
    const state = known(stateIn('Tenor', { warrantTotal: 5n }))
    expect(todosOf([seriesWith(state, known(positionWith()))])[0]?.what).toBe('Claim warrants')
  })

  it('makes nothing of what is not known', () => {
    expect(todosOf([seriesWith(unknown('gone'), unknown('gone'))])).toEqual([])
  })
})
