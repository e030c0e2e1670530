import { expect, it } from 'vitest'

import { unfounded } from '../tx/plan/rests-on'
import { applyChange, type Changed } from './change-plans'
import type { PlanContext } from './plan-parts'
import { at } from './test-collateral'

const addresses = { book: at(1), backing: at(2) }
const network = { chainId: 31337, contracts: { collateral: addresses } }
const context: PlanContext = { network, account: at(9), addresses, tusdt: at(3) }
const change = { key: 3, value: 1n, effectiveAt: 2n, what: 'a parameter' }
const type = { place: 1, name: 'SN64', engine: at(6), token: at(5) }

it.each<[string, Changed]>([
  ['a type', { kind: 'type', type }],
  ['the backing', { kind: 'backing', settings: at(7) }],
  ['a price of the backing', { kind: 'price', price: { osm: at(8), name: 'TAO', type: undefined } }],
  ['a price of a type', { kind: 'price', price: { osm: at(8), name: 'SN64', type } }],
])('a change of %s is applied where config.json leads to (trust.md D38)', (_, of) => {
  const plan = applyChange(context, of, change)
  expect(unfounded(plan, network)).toEqual([])
  expect(unfounded({ ...plan, restsOn: plan.restsOn.slice(-1) }, network)).not.toEqual([])
})
