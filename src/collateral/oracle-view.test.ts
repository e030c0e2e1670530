import { expect, it } from 'vitest'

import { freezeOf, oraclesOf } from './oracle-view'
import type { ModuleData } from './snapshot'
import { at, backingState, known, typeOf, unknown } from './test-collateral'

const moduleAt = (digit: number, frozenAt = 0n, unfreezeAt = 0n): ModuleData => {
  const told = <T>(value: T) => ({ ...known(value), source: { ...known(value).source, contract: at(digit) } })
  return { frozenAt: told(frozenAt), unfreezeAt: told(unfreezeAt), pending: [] }
}

it('one price that two use is shown once, with both (C8)', () => {
  const types = [
    { ...typeOf(1, []), name: 'TAO', module: moduleAt(6) },
    { ...typeOf(2, []), module: moduleAt(7) },
    typeOf(3, []),
  ]
  const names = oraclesOf({ backing: known(backingState()), module: moduleAt(6), types }).map(
    ({ name }) => name,
  )
  expect(names).toEqual(['TAO, backing and vaults of TAO', 'SN2', 'SN3'])
  const apart = oraclesOf({ backing: unknown, module: undefined, types })
  expect(apart).toHaveLength(4)
  expect(apart[0]?.prices.isKnown).toBe(false)
})

it('a freeze has a beginning, and an end only where one is proposed (C8)', () => {
  expect(freezeOf(moduleAt(6))).toEqual({ since: undefined, until: undefined })
  expect(freezeOf(moduleAt(6, 5n))).toEqual({ since: 5n, until: undefined })
  expect(freezeOf(moduleAt(6, 5n, 9n))).toEqual({ since: 5n, until: 9n })
  expect(freezeOf({ frozenAt: unknown, unfreezeAt: unknown, pending: [] }).since).toBeUndefined()
})
