import { expect, it } from 'vitest'

import { datesOf } from './dates'
import type { Phase } from './enums'
import { known, positionWith, seriesWith, stateIn, terms, unknown } from './test-series'

const dates = (phase: Phase, now: bigint, warrants = 0n) =>
  datesOf([seriesWith(known(stateIn(phase)), known(positionWith({ warrants })))], now)

it('tells what comes next of each series with a stake, by the words of its stage', () => {
  expect(dates('Staking', 1_500n)).toMatchObject([
    { at: terms.stakingClose, what: 'Series A: staking closes', href: '/series/0' },
  ])
  expect(dates('Sale', 2_050n)).toMatchObject([{ at: terms.saleOpen, what: 'Series A: sale opens' }])
  expect(dates('Sale', 2_500n)).toMatchObject([{ at: terms.saleClose, what: 'Series A: sale closes' }])
  expect(dates('Tenor', 4_000n, 3n)).toMatchObject([{ at: terms.maturity, what: 'Series A: matures' }])
})

it('has no date for what waits for somebody, and says which warrants lapsed', () => {
  expect(dates('Sale', terms.saleClose)).toEqual([])
  expect(dates('Matured', terms.maturity)).toEqual([])
  expect(dates('Settled', terms.maturity, 3n)).toMatchObject([
    { at: terms.maturity, what: 'Series A: 3 warrants lapsed', isMissed: true },
  ])
})

it('makes nothing of what is not known, and of what is somebody else’s', () => {
  expect(datesOf([seriesWith(unknown('gone'), unknown('gone'))], 1n)).toEqual([])
  const none = seriesWith(known(stateIn('Tenor')), known(positionWith({ shares: 0n })))
  expect(datesOf([none], 4_000n)).toEqual([])
})
