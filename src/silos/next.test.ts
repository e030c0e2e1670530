import { describe, expect, it } from 'vitest'

import { DAY_SECONDS, WAD } from '../math/units'
import { nextThings } from './next'
import { atPrice, MILLION, pictured } from '../math/silos-test-state'

const things = (state = pictured) => nextThings(state, state.time)
const find = (key: string, state = pictured) => things(state).find((thing) => thing.key === key)

describe('what happens next', () => {
  it('is what the screens say, with its distance', () => {
    expect(find('short')).toMatchObject({ what: 'If XTZ falls below $0.8', distance: '−4.7%' })
    expect(find('empty')).toMatchObject({ what: 'If XTZ falls below $0.304', distance: '−63.8%' })
    expect(find('cycle')).toMatchObject({
      distance: 'in 12 d',
      effect: 'At today’s prices: Silo 2 105% → 100%, Silo 4 23% → 28%.',
    })
    expect(find('fills')).toEqual({
      key: 'fills',
      what: 'Silo 3 fills next',
      distance: '$760,000 to go',
      effect: 'Earnings fill 2, 3 and 4 in that order. Silo 4 lacks $1,520,000.01.',
    })
  })

  it('has no thresholds before the latch, without a price, or once they are passed', () => {
    const keys = (state: typeof pictured) => things(state).map(({ key }) => key)
    expect(keys({ ...pictured, isLatched: false })).toEqual(['cycle', 'fills'])
    expect(keys({ ...pictured, time: pictured.time + 3_601n })).toEqual(['cycle', 'fills'])
    expect(keys(atPrice((79n * WAD) / 100n))).toEqual(['empty', 'cycle', 'fills'])
  })

  it('says what a due closing does, and why one cannot be done', () => {
    const due = { ...pictured, cycle: { ...pictured.cycle, lastEnd: pictured.time - 30n * DAY_SECONDS } }
    expect(find('cycle', due)).toMatchObject({ what: 'Cycle 21 can be closed', distance: 'now' })
    expect(find('cycle', { ...due, time: due.time + 3_601n })?.effect).toContain('There is no price of XTZ')
  })

  it('tells of a harvest where all four are full', () => {
    const books = { ...pictured.books, x2: 3n * MILLION, f3: 2n * MILLION, x4: 3n * MILLION }
    expect(find('cycle', { ...pictured, books })?.effect).toContain('harvest $1,03')
  })
})
