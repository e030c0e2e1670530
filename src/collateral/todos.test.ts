import { describe, expect, it } from 'vitest'

import { todosOf } from './todos'
import type { CollateralType } from './snapshot'
import { at, known, prices, typeOf, unknown, vault } from './test-collateral'

const owner = at(9)
const now = 4n
const todos = (type: CollateralType, account: string = owner) =>
  todosOf({ types: [type], timestamp: now }, account).map(({ what, href }) => [what, href])
/** 20 of collateral for 1,000 of debt at 200%: its liquidation price is 100. */
const own = [vault(1n, 20n, 1_000n)]

describe('what threatens one’s own vaults (C10, C13)', () => {
  it('is said of what can be liquidated now, at the next price, or nearly', () => {
    expect(todos(typeOf(1, own, { prices: prices(99n) }))).toEqual([
      ['SN1 vault 1 can be liquidated now', '/collateral/vaults/1/1'],
    ])
    expect(todos(typeOf(1, own, { prices: prices(120n, 99n) }))[0]?.[0]).toContain('can be liquidated from')
    expect(todos(typeOf(1, own, { prices: prices(104n) }))[0]?.[0]).toBe('SN1 vault 1 is near liquidation')
    expect(todos(typeOf(1, own, { prices: prices(120n) }))).toEqual([])
  })
  it('is nothing of others’ vaults, and nothing that nobody can liquidate now', () => {
    expect(todos(typeOf(1, own, { prices: prices(99n) }), at(8))).toEqual([])
    expect(todos(typeOf(1, own, { prices: prices(99n, 0n, 'Frozen') }))).toEqual([])
    expect(todos({ ...typeOf(1, own), vaults: unknown })).toEqual([])
  })
  it('is interest that is due', () => {
    const [safe] = [vault(3n, 90n, 1_000n)]
    const due = { ...safe, graceEndsAt: 5n, stored: { ...safe.stored, due: 7n * 10n ** 18n } }
    expect(
      todosOf({ types: [{ ...typeOf(1, []), vaults: known([due]) }], timestamp: now }, owner),
    ).toMatchObject([{ what: 'Pay the interest of SN1 vault 3', href: '/collateral/vaults/1/3', voidAt: 5n }])
  })
  it('is danger, from when on it is one, and not while a vault is safe', () => {
    const danger = (type: CollateralType) =>
      todosOf({ types: [type], timestamp: now }, owner).map(({ isDanger, voidAt, amount }) => [
        isDanger,
        voidAt,
        amount,
      ])
    expect(danger(typeOf(1, own, { prices: prices(99n) }))).toEqual([[true, now, undefined]])
    expect(danger(typeOf(1, own, { prices: prices(120n, 99n) }))).toEqual([[true, 4_600n, undefined]])
    expect(danger(typeOf(1, own, { prices: prices(104n) }))).toEqual([[true, undefined, '3.8% away']])
  })
})
