import { expect, it } from 'vitest'

import { WAD } from '../math/units'
import { feeYearText } from './format'
import { known, parameters, prices, typeState, unknown } from './test-collateral'
import { drawRoomOf, raisableCeiling } from './type-view'

const limitOf = (changed: Parameters<typeof typeState>[0], line = 10_000n * WAD) =>
  drawRoomOf({ state: known(typeState(changed)), parameters: known({ ...parameters, line }) })

it('room to draw names the limit that binds (C9)', () => {
  expect(limitOf({})).toMatchObject({
    room: { value: 500n * WAD },
    limit: expect.stringContaining('governance allows') as string,
  })
  expect(limitOf({}, 20_000n * WAD).limit).toMatch(/10% of the pool/)
  expect(limitOf({ ceiling: 9_000n * WAD }).limit).toMatch(/step by step/)
})

it('nothing is drawn while paused, without a price that holds or without known liquidity (C8, C9)', () => {
  const cases = [
    { isPaused: true },
    { prices: prices(100n, 0n, 'Frozen') },
    { prices: { ...prices(100n), low: 0n } },
    { isLiquidityKnown: false },
  ]
  for (const changed of cases) expect(limitOf(changed).room).toEqual({ value: 0n })
  expect(drawRoomOf({ state: unknown, parameters: known(parameters) }).room).toEqual({ why: 'It reverted.' })
})

it('a fee a year is the nearest hundredth of a percent', () => {
  expect(feeYearText(1_000_000_001_547_125_957_863_212_448n)).toBe('5%')
  expect(feeYearText(10n ** 27n)).toBe('0%')
})

it('a ceiling is raised by a whole step, once its time is over, and where it is not yet what it shall be (C9)', () => {
  const of = (changed: Parameters<typeof typeState>[0]) =>
    raisableCeiling({ state: known(typeState(changed)), parameters: known(parameters) }, 4_600n)
  const step = { now: 8_000n * WAD, after: 9_000n * WAD }
  expect(of({ ceiling: 9_000n * WAD, raisedAt: 1_000n })).toEqual(step)
  expect(of({ ceiling: 9_000n * WAD, raisedAt: 1_001n })).toBeUndefined()
  expect(of({ ceiling: 10_000n * WAD })).toBeUndefined()
  expect(of({ ceiling: 9_000n * WAD, isLiquidityKnown: false })).toBeUndefined()
  expect(raisableCeiling({ state: unknown, parameters: known(parameters) }, 4_600n)).toBeUndefined()
})
