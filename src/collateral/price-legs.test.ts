import { expect, it } from 'vitest'

import { learnLegs, legReads, legsOf, noLegs, poolOf, type LegsData } from './price-legs'
import { at, known, unknown } from './test-collateral'

const legs = { source: at(1), pool: at(2), tao: at(3), taoSource: at(4) }
const data: LegsData = {
  ...{ source: known(at(1)), pool: known(at(2)), tao: known(at(3)), taoSource: known(at(4)) },
  ...{ observedAt: known([1n, 500n] as const), windowSeconds: known(3_600n) },
  ...{ inTao: known([5n, 60n] as const), taoPrice: known([7n, 80n] as const) },
}

it('asks from the module on, step by step, and keeps what it knows (C8)', () => {
  expect(legReads(at(9), noLegs)).toMatchObject({
    source: { address: at(9) },
    pool: undefined,
    inTao: undefined,
  })
  expect(legReads(at(9), legs)).toMatchObject({ inTao: { address: at(2) }, taoPrice: { address: at(4) } })
  expect(learnLegs(data, noLegs)).toEqual(legs)
  expect(learnLegs(undefined, legs)).toEqual(legs)
  expect(learnLegs({ ...data, pool: unknown }, noLegs).pool).toBeUndefined()
})

it('has both legs or none (C8)', () => {
  expect(legsOf(data)).toEqual({ inTao: 5n, poolAt: 60n, tao: 7n, taoAt: 80n })
  expect(legsOf({ ...data, inTao: unknown })).toBeUndefined()
  expect(legsOf({ ...data, taoPrice: unknown })).toBeUndefined()
  expect(legsOf(undefined)).toBeUndefined()
})

it('tells from when on a pool’s average may be noted anew, an hour after the last time (C8)', () => {
  expect(poolOf(data)).toEqual({ source: at(1), average: at(2), nextAt: 4_100n })
  expect(poolOf({ ...data, observedAt: unknown })?.nextAt).toBeUndefined()
  expect(poolOf({ ...data, pool: unknown })).toBeUndefined()
  expect(poolOf(undefined)).toBeUndefined()
})
