import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import type { Fact, Plan } from '../tx/plan/plan'
import { countedWords, expectedAnswer } from '../tx/plan/rests-on'
import * as plans from './backing-plans'
import type { BackingContext } from './plan-parts'
import type { BackingState } from './snapshot'
import { at, backingState, prices } from './test-collateral'

const context: BackingContext = {
  network: { chainId: 31337 },
  account: at(9),
  addresses: { book: at(1), backing: at(2) },
  ...{ tusdt: at(3), usdc: at(4), tao: at(5) },
}
const exchange = { amount: 3n, got: 2n, least: 1n }
const now = backingState()

/** What a second source is asked about `state()`, in words. */
function counted({ restsOn }: Plan): readonly string[] {
  return restsOn
    .filter((fact): fact is Extract<Fact, { kind: 'answer' }> => fact.kind === 'answer')
    .filter(({ functionName }) => functionName === 'state')
    .map((fact) => countedWords(fact, expectedAnswer(fact)))
}

const others: Partial<BackingState> = {
  holdings: { tao: 1n, usd: 2n, outstanding: 3n },
  day: { ...now.day, added: 5n, minted: 6n },
  ...{ dayCap: 1n, roomOfDay: 2n, roomOfRatio: 3n, backing: 4n, supply: 5n, taoGift: 6n },
}
const morning = { day: { ...now.day, backing: now.day.backing + 1n } }
const lower = { prices: prices(250n, 0n), lastLow: 1n }
lower.prices = { ...lower.prices, low: lower.prices.low - 1n }
const higher = { prices: { ...now.prices, high: now.prices.high + 1n } }
const target = { parameters: { ...now.parameters, target: 2n * WAD } }

describe('what a second source has to confirm of the backing (trust.md D38)', () => {
  const isAsked = (plan: (state: BackingState) => Plan, change: Partial<BackingState>) =>
    counted(plan(backingState(change))).join() !== counted(plan(now)).join()
  const minted = (state: BackingState) => plans.mint(context, state, exchange)
  const inTao = (state: BackingState) => plans.redeemTao(context, state, exchange)
  const started = (state: BackingState) => plans.startSale(context, state, false)

  it('of a mint is its price, how the day began and the target, and not what others move', () => {
    for (const change of [lower, morning, target]) expect(isAsked(minted, change)).toBe(true)
    for (const change of [others, higher]) expect(isAsked(minted, change)).toBe(false)
  })

  it('of TAO that is paid out is its price', () => {
    expect(isAsked(inTao, higher)).toBe(true)
    for (const change of [others, morning, target]) expect(isAsked(inTao, change)).toBe(false)
  })

  it('of USDC is nothing but the tokens, unless a price decides what is paid', () => {
    expect(counted(plans.redeemUsd(context, now, exchange))).toEqual([])
    const short = (state: BackingState) =>
      plans.redeemUsd(context, { ...state, backingAtLow: state.holdings.outstanding - 1n }, exchange)
    expect(isAsked(short, { lastLow: 1n })).toBe(true)
    expect(isAsked(short, { ...others, holdings: now.holdings })).toBe(false)
  })

  it('of a sale is the current price, and the levels it goes by', () => {
    const levels = { parameters: { ...now.parameters, level0: WAD } }
    const current = { prices: { ...now.prices, current: 1n } }
    for (const change of [levels, current]) expect(isAsked(started, change)).toBe(true)
    expect(isAsked(started, { ...others, holdings: now.holdings })).toBe(false)
  })
})
