import { expect, it } from 'vitest'

import { liquidationPriceUp } from '../math/collateral'
import { WAD } from '../math/units'
import { boundGate, freshGate, runsGate, uncoveredGate, wholeGate } from './auction-gates'
import { parameters, prices, typeOf, unknown, vault } from './test-collateral'

it('a vault at exactly its liquidation price is safe, and a unit beside it is not (C5, C6)', () => {
  const view = vault(1n, 7n, 1_000n)
  const crossing = liquidationPriceUp(view.debt, view.stored.collateral, parameters.liquidationRatio)
  // It rounds up: a unit below does not cover any more.
  expect(crossing * 7n).toBeGreaterThan(view.debt * 2n)
  expect(uncoveredGate(view, parameters, { current: crossing }).isMet).toBe(false)
  expect(uncoveredGate(view, parameters, { current: crossing - 1n }).isMet).toBe(true)
  const even = vault(1n, 10n, 1_000n)
  const price = { current: 200n * WAD }
  expect(uncoveredGate(even, parameters, price).isMet).toBe(false)
  expect(uncoveredGate({ ...even, debt: even.debt + 1n }, parameters, price).isMet).toBe(true)
  const less = { ...even.stored, collateral: even.stored.collateral - 1n }
  expect(uncoveredGate({ ...even, stored: less }, parameters, price).isMet).toBe(true)
})

it.each(['Frozen', 'Stale', 'None'] as const)('nothing is done at a price that is %s (C8)', (state) => {
  const type = typeOf(1, [], { prices: prices(100n, 0n, state) })
  expect(freshGate(type).isMet).toBe(false)
  expect(freshGate(typeOf(1, [])).isMet).toBe(true)
  expect(freshGate({ ...type, state: unknown }).detail).toContain('It reverted.')
})

it('a take has a bound on its price, which holds to the unit (C7)', () => {
  expect(boundGate(5n, 5n).isMet).toBe(true)
  expect(boundGate(5n, 4n).isMet).toBe(false)
  expect(boundGate(5n, undefined).isMet).toBe(false)
})

it('says why nothing can be taken (C7)', () => {
  const stored = { endedAt: 0n } as Parameters<typeof runsGate>[0]['stored']
  expect(runsGate({ stored, needsReset: false }).isMet).toBe(true)
  expect(runsGate({ stored, needsReset: true }).detail).toContain('restart it')
  expect(runsGate({ stored: { ...stored, endedAt: 1n }, needsReset: true }).detail).toBe('It has ended.')
  expect(wholeGate(false, WAD).detail).toContain('1 TUSDT')
})
