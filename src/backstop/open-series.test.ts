import { expect, it } from 'vitest'

import { isClosed, pickOf, stakeable } from './open-series'
import { known, seriesWith, stateIn, terms, unknown } from './test-series'
import type { Phase } from './enums'

const seriesIn = (phase: Phase, id: number, stakingClose = 2_000n) => ({
  ...seriesWith(known(stateIn(phase)), undefined),
  id,
  terms: { ...terms, stakingClose },
})
const [first, second] = [seriesIn('Staking', 1), seriesIn('Staking', 2, 3_000n)]
const announced = seriesIn('Announced', 3)
const all = [announced, second, first]

it('offers what closes first, then what will open', () => {
  expect(stakeable([...all, seriesIn('Sale', 4)])).toEqual([first, second, announced])
})

it('stays with the series on screen when its window closes', () => {
  const pick = pickOf(all, [undefined, undefined])
  expect(pick).toEqual({ series: first, choices: [first, second, announced] })
  const closed = seriesIn('Sale', 1)
  const later = pickOf([announced, second, closed], [undefined, `${first.id}`])
  expect(later).toEqual({ series: closed, choices: [closed, second, announced] })
  expect(isClosed(closed)).toBe(true)
})

it('goes where a person or a link says', () => {
  expect(pickOf(all, ['2', '1'])?.series).toBe(second)
  expect(pickOf(all, ['99', '1'])?.series).toBe(first)
  expect(pickOf([], ['1', undefined])).toBeUndefined()
})

it('calls nothing closed that could not be read', () => {
  expect(isClosed(seriesWith(unknown('no answer'), undefined))).toBe(false)
})
