import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import { take } from './auction-plans'
import type { PlanContext, PlanType } from './plan-parts'
import { at, vault } from './test-collateral'
import { close, draw, withdraw } from './vault-plans'

const context: PlanContext = {
  ...{ network: { chainId: 31337 }, account: at(9), tusdt: at(3) },
  addresses: { book: at(1), backing: at(2) },
}
const type: PlanType = { place: 1, name: 'TAO', engine: at(6), token: at(5) }
const one = { type, view: vault(1n, 10n, 100n) }
const terms = { id: 1n, ask: WAD, maxPrice: WAD, taken: WAD, paid: WAD, leastTaken: WAD }

describe('whoever is paid is in the call, its event, and the review (C4, C7)', () => {
  it.each([
    ['a draw', (to?: ReturnType<typeof at>) => draw(context, one, WAD, to)],
    ['a withdrawal', (to?: ReturnType<typeof at>) => withdraw(context, one, WAD, to)],
    ['a close', (to?: ReturnType<typeof at>) => close(context, one, 101n * WAD, to)],
    ['a take', (to?: ReturnType<typeof at>) => take(context, type, terms, to)],
  ])('of %s', (_, plan) => {
    const [own] = plan().acts
    expect(own?.recipient).toBeUndefined()
    expect(own?.call.args.at(-1)).toBe(at(9))
    const [other] = plan(at(8)).acts
    expect(other?.recipient).toBe(at(8))
    expect(other?.call.args.at(-1)).toBe(at(8))
    expect(other?.effect.args).toMatchObject({ to: at(8) })
  })
})
