import { describe, expect, it } from 'vitest'
import { advanceEngine, engineNow } from './collateral-engine'
import {
  newEngineState,
  type EngineEvent,
  type EngineState,
  type EngineTerms,
} from './collateral-engine-state'
import { needOf } from './collateral-auction'
import { debtOf } from './collateral-due'
import { DAY_SECONDS, MAX_UINT256, WAD } from './units'

const START = 1_800_000_000n
const terms: EngineTerms = {
  firstDueAt: START + 10n * DAY_SECONDS,
  feeRay: 1_000_000_001_847_694_957_439_350_562n, // 6% a year
  lateBps: 500n,
  graceSeconds: 5n * DAY_SECONDS,
  mintRatio: 3n * WAD,
  liquidationRatio: 3n * WAD,
  tauSeconds: 14_400n,
  tailSeconds: 7_200n,
  cusp: (WAD * 6n) / 10n,
  keeperBps: 1_000n,
  buffer: (WAD * 12n) / 10n,
  penaltyBps: 1_100n,
  dust: 100n * WAD,
  line: 1_000_000n * WAD,
  gap: 12_000n * WAD,
  ttlSeconds: DAY_SECONDS,
}
const at = (current: bigint): EngineEvent => ({
  kind: 'price',
  price: { current, low: current, unfrozenAt: 0n },
})
const later = (seconds: bigint): EngineEvent => ({ kind: 'time', time: START + seconds })
const all = { ask: MAX_UINT256, maxPrice: MAX_UINT256 }

/** The state after events that are all taken. */
function after(...events: readonly EngineEvent[]): EngineState {
  const begin = newEngineState(START, terms, { current: 80n * WAD, low: 80n * WAD, unfrozenAt: 0n })
  return events.reduce((state, event) => {
    const step = advanceEngine(state, event)
    if (!step.isTaken) throw new Error(`${event.kind}: ${step.refusal}`)
    return step.state
  }, begin)
}
const refusalOf = (state: EngineState, event: EngineEvent) => {
  const step = advanceEngine(state, event)
  if (step.isTaken) return 'taken'
  expect(step.state).toBe(state)
  return step.refusal
}
const opened: EngineEvent = { kind: 'open', amount: 400n * WAD, drawn: 9_500n * WAD }
const only = ({ vaults, rate }: EngineState) => {
  const [vault] = vaults
  if (vault === undefined) throw new Error('There is no vault.')
  return { ...vault, debt: debtOf(vault, rate.rate) }
}

describe('a vault that is topped up in time', () => {
  const fallen = after(opened, later(60n), at(72n * WAD))

  it('is covered again at its new liquidation price', () => {
    expect(advanceEngine(fallen, { kind: 'deposit', id: 1, amount: 40n * WAD }).isTaken).toBe(true)
    const saved = after(opened, later(60n), { kind: 'deposit', id: 1, amount: 40n * WAD }, at(65n * WAD))
    expect(refusalOf(saved, { kind: 'liquidate', id: 1 })).toBe('Covered')
    expect(refusalOf(fallen, { kind: 'withdraw', id: 1, amount: 100n * WAD })).toBe('NotCovered')
  })

  it('is paid and left without a price', () => {
    const silent = after(opened, later(60n), {
      kind: 'price',
      price: { current: 0n, low: 0n, unfrozenAt: 0n },
    })
    expect(refusalOf(silent, { kind: 'draw', id: 1, amount: WAD })).toBe('NoPrice')
    expect(refusalOf(silent, { kind: 'withdraw', id: 1, amount: WAD })).toBe('NoPrice')
    const closed = advanceEngine(silent, { kind: 'close', id: 1, maxDebt: MAX_UINT256 }).state
    expect(only(closed)).toMatchObject({ collateral: 0n, art: 0n, principal: 0n })
    expect(closed.books).toMatchObject({ principalOwed: 0n, badDebt: 0n })
    expect(closed.books.surplus).toBeGreaterThan(0n)
  })
})

describe('a vault that is not', () => {
  const sold = after(opened, later(60n), at(70n * WAD), { kind: 'liquidate', id: 1 }, later(660n))

  it('is sold for debt and penalty; the rest returns', () => {
    const [auction] = sold.auctions
    expect(auction && needOf(auction)).toBeGreaterThan(10_545n * WAD)
    expect(refusalOf(sold, { kind: 'reset', id: 1 })).toBe('NoResetNeeded')
    const part = advanceEngine(sold, { kind: 'take', id: 1, ask: 50n * WAD, maxPrice: MAX_UINT256 }).state
    expect(part.auctions[0]?.lot).toBe(350n * WAD)
    const over = advanceEngine(part, { kind: 'take', id: 1, ...all }).state
    expect(over.auctions[0]).toMatchObject({ endedAt: START + 660n, lot: 0n, principal: 0n, penalty: 0n })
    expect(only(over).collateral).toBeGreaterThan(250n * WAD)
    expect(over.books).toMatchObject({ principalOwed: 0n, badDebt: 0n })
    expect(refusalOf(over, { kind: 'take', id: 1, ...all })).toBe('AuctionOver')
  })

  it('leaves bad debt, less the surplus there is, where the lot is not enough', () => {
    const cheap = advanceEngine(sold, at(15n * WAD)).state
    const old = advanceEngine(cheap, { kind: 'time', time: START + 8_000n }).state
    expect(refusalOf(old, { kind: 'take', id: 1, ...all })).toBe('NeedsReset')
    const anew = advanceEngine(old, { kind: 'reset', id: 1 }).state
    const over = advanceEngine(anew, { kind: 'take', id: 1, ...all }).state
    expect(over.books).toEqual({ principalOwed: 0n, surplus: 0n, badDebt: 2_300n * WAD })
  })

  it('is taken at no more than was agreed, and not before a freeze is over', () => {
    expect(refusalOf(sold, { kind: 'take', id: 1, ask: WAD, maxPrice: 1n })).toBe('AboveMaximum')
    const frozen = { current: 70n * WAD, low: 70n * WAD, unfrozenAt: START + 300n }
    const unfrozen = advanceEngine(sold, { kind: 'price', price: frozen }).state
    expect(refusalOf(unfrozen, { kind: 'take', id: 1, ...all })).toBe('NeedsReset')
  })
})

describe('a missed date (C13)', () => {
  it('costs a fee that is repaid first', () => {
    const missed = after(opened, later(15n * DAY_SECONDS))
    const [seen] = engineNow(missed).vaults
    expect(seen?.late).toBeGreaterThan(0n)
    expect(only(missed).late).toBe(0n)
    const assessed = advanceEngine(missed, { kind: 'assess', id: 1 }).state
    expect(only(assessed).late).toBe(seen?.late)
    const paid = advanceEngine(missed, { kind: 'repay', id: 1, atMost: seen?.late ?? 0n }).state
    expect(only(paid)).toMatchObject({ late: 0n, principal: 9_500n * WAD })
    expect(paid.books.surplus).toBe(seen?.late)
  })
})

describe('a draw', () => {
  it('is limited by the ceiling, which rises by and by, and by dust', () => {
    const state = after(opened, { kind: 'deposit', id: 1, amount: 400n * WAD })
    expect(refusalOf(state, { kind: 'draw', id: 1, amount: 2_501n * WAD })).toBe('AboveCeiling')
    const dayLater = advanceEngine(state, later(DAY_SECONDS)).state
    expect(refusalOf(dayLater, { kind: 'draw', id: 1, amount: 2_501n * WAD })).toBe('taken')
    expect(refusalOf(state, { kind: 'open', amount: 400n * WAD, drawn: 99n * WAD })).toBe('BelowDust')
  })

  it('waits for the end of a pause; a payment does not', () => {
    const paused = after(opened, { kind: 'pause', isPaused: true })
    expect(refusalOf(paused, { kind: 'draw', id: 1, amount: WAD })).toBe('EnforcedPause')
    expect(refusalOf(paused, opened)).toBe('EnforcedPause')
    expect(refusalOf(paused, { kind: 'repay', id: 1, atMost: WAD })).toBe('taken')
  })
})

it('refuses what is not there, in the contract’s words', () => {
  const state = after(opened)
  expect(refusalOf(state, { kind: 'assess', id: 2 })).toBe('NoSuchVault')
  expect(refusalOf(state, { kind: 'take', id: 1, ...all })).toBe('NoSuchAuction')
  expect(refusalOf(state, { kind: 'withdraw', id: 1, amount: 401n * WAD })).toBe('ExceedsCollateral')
  expect(refusalOf(state, { kind: 'close', id: 1, maxDebt: 1n })).toBe('DebtAboveMaximum')
  expect(refusalOf(state, { kind: 'repay', id: 1, atMost: 0n })).toBe('Nothing')
})
