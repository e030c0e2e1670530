import { describe, expect, it } from 'vitest'

import type { Answer } from '../system/EachSystem'
import type { OverviewView } from '../system/overview'
import type { System } from '../system/system'
import { par, partOf, type Worth } from '../system/worth'
import { netWorthOf, netWorthOfAll, WALLET } from './net-worth'
import { centsText, listText, pricesText } from '../system/worth-text'

const usd = { symbol: 'USDT', decimals: 6 }
const answer = (name: string, worth: Worth | undefined, rest: Partial<OverviewView> = {}) =>
  ({
    system: { id: name.toLowerCase(), name } as System,
    view: { status: 'ready', isStale: false, isWhole: true, todos: [], figures: null, worth, ...rest },
  }) as Answer<OverviewView>
const has = (amount: bigint | undefined, token?: string, price = par('USDT')): Worth => ({
  parts: partOf(amount, usd, price, { key: 'a', where: '', ...(token !== undefined && { token }) }),
  notCounted: [],
})

describe('the net worth', () => {
  it('is the sum of what is shown, cut to cents part by part', () => {
    const worth = netWorthOf([answer('A', has(1_009_999n)), answer('B', has(2_009_999n))])
    expect(worth?.holdings.map(({ cents }) => cents)).toEqual([100n, 200n])
    expect(worth?.cents).toBe(300n)
    expect(worth?.groups).toEqual([
      { name: 'A', cents: 100n },
      { name: 'B', cents: 200n },
    ])
    expect(worth?.isComplete).toBe(true)
  })
  it('counts a token of the account once, whoever reads it, and apart from the systems', () => {
    const worth = netWorthOf([answer('A', has(5_000_000n, '0x1')), answer('B', has(5_000_000n, '0x1'))])
    expect(worth?.groups).toEqual([{ name: WALLET, cents: 500n }])
    expect(worth?.holdings).toHaveLength(1)
  })
  it('is incomplete where an amount, a price, a part of a system or a system is not known', () => {
    const complete = (...answers: readonly Answer<OverviewView>[]) =>
      netWorthOf([answer('A', has(5_000_000n)), ...answers])
    const unpriced: Worth = { parts: partOf(1n, usd, undefined, { key: 'b', where: '' }), notCounted: [] }
    expect(complete(answer('B', has(undefined)))).toMatchObject({ isComplete: false, cents: 500n })
    expect(complete(answer('B', unpriced))).toMatchObject({ isComplete: false, cents: 500n })
    expect(complete(answer('B', has(0n), { isWhole: false }))?.isComplete).toBe(false)
    const lost = { status: 'error', reason: 'gone', retry: () => undefined } as const
    expect(complete({ ...answer('B', undefined), view: lost })?.isComplete).toBe(false)
    expect(complete(answer('B', undefined))?.isComplete).toBe(true)
  })
  it('is none before anything has answered', () => {
    expect(netWorthOf([{ ...answer('A', undefined), view: { status: 'loading' } }])).toBeUndefined()
  })
  it('names each price once, and none that nothing was counted at', () => {
    const price = { of: 'X', usdWad: 3n * 10n ** 18n, from: { source: 'here', at: 60n } }
    const worth = netWorthOf([
      answer('A', has(1_000_000n, undefined, price)),
      answer('B', has(1_000_000n, undefined, price)),
      answer('C', has(undefined, undefined, par('Y'))),
    ])
    expect(worth?.prices).toEqual([price])
  })
})

describe('the net worth of several accounts', () => {
  const of = (who: string, amount: bigint | undefined) => ({
    account: `0x${who}` as const,
    who,
    answers: [answer('A', { ...has(amount), notCounted: ['1 Note'] }), answer('B', has(amount, '0x1'))],
  })
  const silent = { account: '0x1', who: 'Daily', answers: [answer('A', undefined)] } as const
  it('is the sum over all, in which each has its own tokens, and each row says whose it is', () => {
    const worth = netWorthOfAll([of('Savings', 1_000_000n), of('Daily', 2_000_000n)])
    expect(worth).toMatchObject({ cents: 600n, isComplete: true })
    expect(worth?.groups).toEqual([
      { name: 'A', cents: 300n },
      { name: WALLET, cents: 300n },
    ])
    expect(worth?.holdings.map(({ who, cents }) => [who, cents])).toEqual([
      ['Savings', 100n],
      ['Daily', 200n],
      ['Savings', 100n],
      ['Daily', 200n],
    ])
    expect(new Set(worth?.holdings.map(({ key }) => key)).size).toBe(4)
    expect(worth?.notCounted).toEqual(['1 Note (Savings)', '1 Note (Daily)'])
  })
  it('is incomplete where anything of one of them is', () => {
    expect(netWorthOfAll([of('Savings', 1_000_000n), of('Daily', undefined)])?.isComplete).toBe(false)
    expect(netWorthOfAll([of('Savings', 1_000_000n), silent])?.isComplete).toBe(false)
    expect(netWorthOfAll([silent])).toBeUndefined()
  })
})

describe('its words', () => {
  it('are cents with both digits', () => {
    expect(centsText(123_450n)).toBe('1,234.50')
    expect(centsText(5n)).toBe('0.05')
  })
  it('say at what everything was counted, from where, and how old that is', () => {
    const of = (usdWad: bigint) => ({ of: 'X', usdWad, from: { source: 'here', at: 60n } })
    expect(pricesText([par('USDT'), of(318_934n * 10n ** 15n), par('STBT')], 120n)).toBe(
      'USDT and STBT counted at 1 USD. X at 318.93 USD: here, 1 min old.',
    )
    expect(pricesText([of(10n ** 15n)], undefined)).toBe('X at 0.001 USD: here.')
  })
  it('are lists as one says them', () => {
    expect(['', 'a', 'a b', 'a b c'].map((words) => listText(words.split(' ')))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ])
  })
})
