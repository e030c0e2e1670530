import { describe, expect, it } from 'vitest'

import { WAD } from '../math/units'
import type { Collateral, CollateralType, VaultView } from './snapshot'
import { known, prices, typeOf, unknown, vault } from './test-collateral'
import { interestOf, standOf } from './vault-view'

const DAY = 86_400n
const FIRST_DUE = 100n * DAY
/** Two dates have passed, and the grace time of the second one has not. */
const now = FIRST_DUE + 31n * DAY

const bare = vault(1n, 4n, 100n)
const whole: VaultView = { ...bare, stored: { ...bare.stored, nextDate: 2n } }
const owing: VaultView = { ...whole, stored: { ...whole.stored, due: WAD, art: 101n * WAD } }

function collateralOf(view: VaultView, dueDate?: { number: bigint; lateBps: number }): Collateral {
  const date = dueDate && { rate: 10n ** 27n, lateBps: dueDate.lateBps, graceSeconds: 432_000 }
  return {
    ...{ blockNumber: 1n, timestamp: now, isStale: false, leftOut: 0, types: [], module: undefined },
    ...{ book: unknown, backing: unknown, ledger: unknown, sale: unknown },
    ...{ tusdt: unknown, usdc: unknown, tao: unknown, holder: undefined, auction: undefined },
    ...{ settings: unknown, waiting: undefined },
    vault: {
      vault: known(view),
      firstDueAt: known(FIRST_DUE),
      dueDate: date && known([date, FIRST_DUE] as const, [dueDate.number]),
    },
  }
}

function stand(view: VaultView, type: CollateralType = typeOf(1, [])) {
  const found = standOf(collateralOf(view), type)
  if ('why' in found) throw new Error(found.why)
  return found
}

function interest(view: VaultView, dueDate?: { number: bigint; lateBps: number }) {
  return interestOf(collateralOf(view, dueDate), stand(view))
}

describe('a vault that is watched', () => {
  it('stands at now, the next price and three falls (C10)', () => {
    const { ladder, risk } = stand(whole, typeOf(1, [], { prices: prices(100n, 60n) }))
    expect(ladder.map(({ at, band }) => [at, band])).toEqual([
      ['current', 'safe'],
      ['next', 'safe'],
      [1_000n, 'safe'],
      [2_500n, 'safe'],
      [5_000n, 'danger'],
    ])
    expect(ladder.at(-1)?.isAtLimit).toBe(true)
    expect(risk?.crossing).toBe(50n * WAD)
  })
  it('is not judged without a price, nor without debt', () => {
    const priceless = stand(whole, typeOf(1, [], { prices: prices(0n, 0n, 'None') }))
    expect(priceless.ladder).toEqual([])
    expect(priceless.risk).toBeUndefined()
    const free = stand(vault(1n, 4n, 0n))
    expect(free.risk).toBeUndefined()
    expect(interest(vault(1n, 4n, 0n))).toBeUndefined()
  })
  it('shows what a proposed liquidation ratio would make of it (C3)', () => {
    const none = { value: 0n, effectiveAt: 0n }
    const type = { ...typeOf(1, []), pending: known([none, { value: 5n * WAD, effectiveAt: now + DAY }]) }
    const { pending } = stand(whole, type)
    expect(pending).toMatchObject({ ratio: 5n * WAD, at: now + DAY })
    expect(pending?.ladder[0]?.band).toBe('liquidatable')
    expect(stand(whole, { ...type, pending: known([none, none]) }).pending).toBeUndefined()
  })
  it('has the next due date with its late fee (C13)', () => {
    expect(interest(whole)?.dueNow).toBeUndefined()
    expect(interest(whole)?.nextDue?.at).toBe(FIRST_DUE + 60n * DAY)
  })
  it('has a missed date with the terms that held on it, and none where they are of another date (C13)', () => {
    const missed = interest(owing, { number: 1n, lateBps: 1_000 })?.dueNow
    expect(missed).toMatchObject({ at: FIRST_DUE + 30n * DAY, interest: WAD, lateFee: WAD / 10n })
    expect(interest(owing, { number: 0n, lateBps: 1_000 })).toBeUndefined()
    expect(interest(owing)).toBeUndefined()
  })
  it('says why where it can’t be read', () => {
    const { vault: read, ...rest } = collateralOf(whole)
    const torn = { ...rest, vault: read && { ...read, vault: unknown } }
    expect(standOf(torn, typeOf(1, []))).toEqual({ why: 'It reverted.' })
    expect(standOf({ ...rest, vault: undefined }, typeOf(1, []))).toHaveProperty('why')
  })
})
