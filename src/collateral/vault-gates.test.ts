import { describe, expect, it } from 'vitest'

import { isSafe } from '../math/collateral'
import { debtOf } from '../math/collateral-due'
import { afterDraw } from '../math/collateral-vault'
import { WAD } from '../math/units'
import { parameters, prices, typeOf, vault } from './test-collateral'
import { mostDraw, mostWithdraw, withVault, type VaultCase } from './vault-case'
import {
  ceilingGate,
  drawCoverGate,
  dustGate,
  notPausedGate,
  partGate,
  priceGate,
  withdrawCoverGate,
} from './vault-gates'

/** 12% a year; mint ratio 300%, LR 200%, dust 100. */
const calendar = {
  firstDueAt: 1_800_000_000n,
  feeRay: 1_000_000_003_593_629_043_335_673_582n,
  lateBps: 500n,
  graceSeconds: 432_000n,
}
function caseOf(collateral: bigint, debt: bigint, changed: Partial<VaultCase> = {}): VaultCase {
  const { stored, rate } = vault(1n, collateral, debt)
  const { mintRatio, liquidationRatio, dust } = parameters
  return {
    now: {
      vault: { ...stored, nextDate: 0n },
      rate: { rate, at: calendar.firstDueAt - 864_000n },
      lastDate: undefined,
    },
    calendar,
    ratios: { mintRatio, liquidationRatio },
    ...{ prices: prices(100n), dust },
    ...changed,
  }
}
const equal = { ratios: { mintRatio: 2n * WAD, liquidationRatio: 2n * WAD } }
const debtIn = ({ now }: VaultCase) => debtOf(now.vault, now.rate.rate)
const drawnFrom = (one: VaultCase, amount: bigint) =>
  withVault(one, afterDraw(one.now.vault, one.now.rate.rate, amount))

describe('a draw (rules.md C4, C6)', () => {
  it('is refused one unit beyond what is covered, with what would be enough', () => {
    const one = caseOf(9n, 100n)
    const most = mostDraw(one, 'now')
    expect(drawCoverGate(one, most, 'SN1').isMet).toBe(true)
    const gate = drawCoverGate(one, most + 1n, 'SN1')
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('At most 199.99 TUSDT can be drawn')
    expect(drawCoverGate(one, 300n * WAD, 'SN1').detail).toMatch(
      / 3\.00\d+ SN1 more collateral would be enough/,
    )
  })
  it('is allowed to the last unit that the contract takes, where the mint ratio is the limit', () => {
    const one = caseOf(9n, 100n)
    const most = mostDraw(one, 'now')
    const isTaken = (amount: bigint) => isSafe(debtIn(drawnFrom(one, amount)), 9n * WAD, 100n * WAD, 3n * WAD)
    expect(isTaken(most)).toBe(true)
    // `maxDrawUntilDown` leaves a few units.
    expect(isTaken(most + 5n)).toBe(false)
  })
  it('leaves 30 days of fee where both ratios are one: no form ends unsafe', () => {
    const one = caseOf(9n, 100n, equal)
    const most = mostDraw(one, 'now')
    const full = 350n * WAD
    expect(isSafe(debtIn(drawnFrom(one, full)), 9n * WAD, 100n * WAD, 2n * WAD)).toBe(true)
    expect(drawCoverGate(one, full, 'SN1').isMet).toBe(false)
    expect(most).toBeLessThan(full - 4n * WAD)
    expect(most).toBeGreaterThan(full - 5n * WAD)
  })
  it('has a Max that stays below the limit for the time there is to sign', () => {
    const one = caseOf(9n, 100n)
    expect(mostDraw(one, 'signed')).toBeLessThan(mostDraw(one, 'now'))
    const later = { ...one, now: { ...one.now, rate: { ...one.now.rate, at: one.now.rate.at + 60n } } }
    expect(drawCoverGate(later, mostDraw(one, 'signed'), 'SN1').isMet).toBe(true)
  })
  it('owes at least dust', () => {
    const one = caseOf(9n, 0n)
    expect(dustGate(one, 100n * WAD).isMet).toBe(true)
    const gate = dustGate(one, 100n * WAD - 1n)
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('draw at least 100 TUSDT')
    expect(dustGate(caseOf(9n, 100n), 1n).isMet).toBe(true)
  })
  it('stays below the ceiling of the type', () => {
    const type = typeOf(1, [])
    expect(ceilingGate(type, 500n * WAD).isMet).toBe(true)
    const gate = ceilingGate(type, 500n * WAD + 1n)
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('500 TUSDT can still be drawn of all SN1 vaults together')
    expect(ceilingGate(typeOf(1, [], { room: 0n }), undefined).isMet).toBe(false)
    expect(ceilingGate(typeOf(1, [], { isLiquidityKnown: false }), 1n).detail).toContain('not known')
  })
  it('is stopped by a pause, and says what goes on', () => {
    expect(notPausedGate(typeOf(1, [])).isMet).toBe(true)
    const gate = notPausedGate(typeOf(1, [], { isPaused: true }))
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('Paying, adding and withdrawing go on')
  })
})

describe('a price (rules.md C8)', () => {
  it.each([
    ['Frozen', prices(100n, 0n, 'Frozen'), 'frozen'],
    ['Stale', prices(100n, 0n, 'Stale'), 'too old'],
    ['None', prices(0n, 0n, 'None'), 'no current price'],
    ['without a live one', { ...prices(100n), low: 0n }, 'no live price'],
  ])('that is %s stops what is judged by it', (_name, told, says) => {
    const gate = priceGate('SN1', told)
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain(says)
    expect(drawCoverGate(caseOf(9n, 100n, { prices: { ...told, low: 0n } }), 1n, 'SN1').isMet).toBe(false)
  })
  it('counts by its lowest', () => {
    expect(priceGate('SN1', prices(100n, 90n)).detail).toContain('90 USD')
    const falling = caseOf(9n, 100n, { prices: prices(100n, 90n) })
    expect(mostDraw(falling, 'now')).toBeLessThan(mostDraw(caseOf(9n, 100n), 'now'))
  })
})

describe('a withdrawal (rules.md C4)', () => {
  it('leaves what the mint ratio asks for, to the unit, and says which payment would be enough', () => {
    const one = caseOf(9n, 100n)
    expect(mostWithdraw(one, 'now')).toBe(6n * WAD)
    expect(withdrawCoverGate(one, 6n * WAD, 'SN1').isMet).toBe(true)
    const gate = withdrawCoverGate(one, 6n * WAD + 1n, 'SN1')
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('at most 6 SN1 can be withdrawn')
    // Two of nine left cover 66.66; that is below dust, so all has to be paid.
    expect(withdrawCoverGate(one, 7n * WAD, 'SN1').detail).toContain('Paying 100.01 TUSDT first')
    expect(withdrawCoverGate(caseOf(9n, 300n), WAD, 'SN1').detail).toContain('Paying 33.34 TUSDT first')
  })
  it('leaves 30 days of fee where both ratios are one', () => {
    const most = mostWithdraw(caseOf(9n, 100n, equal), 'now')
    expect(most).toBeLessThan(7n * WAD)
    expect(most).toBeGreaterThan((698n * WAD) / 100n)
  })
  it('takes everything without debt, whatever prices do', () => {
    const one = caseOf(9n, 0n, { prices: prices(0n, 0n, 'None') })
    expect(mostWithdraw(one, 'signed')).toBe(9n * WAD)
    expect(withdrawCoverGate(one, 9n * WAD, 'SN1').isMet).toBe(true)
  })
  it('takes nothing with debt and no price', () => {
    const one = caseOf(9n, 100n, { prices: prices(0n, 0n, 'None') })
    expect(mostWithdraw(one, 'signed')).toBe(0n)
    expect(withdrawCoverGate(one, 1n, 'SN1').isMet).toBe(false)
  })
})

describe('a payment (rules.md C4)', () => {
  it('leaves dust or nothing', () => {
    const one = caseOf(9n, 250n)
    expect(partGate(one, 150n * WAD).isMet).toBe(true)
    expect(partGate(one, 250n * WAD).isMet).toBe(true)
    const gate = partGate(one, 150n * WAD + 1n)
    expect(gate.isMet).toBe(false)
    expect(gate.detail).toContain('pay at most 150 TUSDT, or all')
    // A debt that is below dust already can be paid in parts.
    expect(partGate(caseOf(9n, 50n), 1n).isMet).toBe(true)
  })
})
