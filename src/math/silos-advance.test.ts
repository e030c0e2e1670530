import { describe, expect, it } from 'vitest'
import { advance, type SiloEvent } from './silos-advance'
import { cycleEndsAt } from './silos-cycle'
import { newSiloState, type Parameters, type SiloState } from './silos-state'
import { valueDown } from './silos'
import { WAD } from './units'

const USD = 10n ** 6n
const MILLION = 1_000_000n * USD
const parameters: Parameters = {
  latchMinSupply: 1_000n * USD,
  feedHeartbeatSeconds: 3_600n,
  dexHeartbeatSeconds: 3_600n,
  usdcHeartbeatSeconds: 86_400n,
  maxDeviationBps: 300n,
  slippageBps: 100n,
  xtzSpreadBps: 200n,
  depegBps: 100n,
  cycleSeconds: 30n * 86_400n,
  repeatSeconds: 86_400n,
}
/** So deep that a conversion costs the fee of 0.3% and nothing more. */
const DEPTH = 10n ** 24n

/** Everything at a price, as of now. */
function market({ time }: SiloState, price: bigint): readonly SiloEvent[] {
  const quote = { price, updatedAt: time }
  return [
    { kind: 'quotes', feed: quote, dex: quote, usdc: { price: WAD, updatedAt: time } },
    { kind: 'pool', pool: { xtz: DEPTH, usd: (DEPTH * price) / WAD } },
  ]
}

/** All events must be taken. */
function play(state: SiloState, ...events: readonly SiloEvent[]): SiloState {
  return events.reduce((before, event) => {
    const outcome = advance(before, event)
    expect(outcome, event.kind).toMatchObject({ isTaken: true })
    return outcome.state
  }, state)
}

function close(state: SiloState, price = WAD): SiloState {
  const atEnd = play(state, { kind: 'time', time: cycleEndsAt(state) })
  return play(atEnd, ...market(atEnd, price), { kind: 'closeCycle' })
}

/** All four full at $1, and so much in the chamber. */
function full(supply: bigint, usd: bigint, xtz: bigint): SiloState {
  const quote = { price: WAD, updatedAt: 0n }
  const pool = { usd: DEPTH, xtz: DEPTH }
  const start = newSiloState(0n, { feed: quote, dex: quote, usdc: quote, pool }, parameters)
  const filled = play(
    start,
    { kind: 'mint', amount: supply },
    { kind: 'seed', silo: 2n, amount: supply },
    { kind: 'seed', silo: 3n, amount: supply + usd },
    { kind: 'seed', silo: 4n, amount: supply + xtz },
  )
  return close(filled)
}

const ratio = ({ books: { f1, x2, f3, x4 }, supply }: SiloState) =>
  Number(((f1 + f3 + valueDown(x2 + x4, WAD)) * 1_000n) / supply) / 10

const only = (part: 'recapEqualBps' | 'recapFullBps' | 'dividendBps'): SiloEvent => {
  const none = { recapEqualBps: 0n, recapFullBps: 0n, dividendBps: 0n, ecosystemBps: 0n }
  return { kind: 'distribute', shares: { ...none, [part]: 10_000n }, weights: [10n, 90n] }
}

describe("Bob's case (S10), a tenth of all weight", () => {
  it('takes $1M now, of a surplus of $10M', () => {
    const outcome = advance(full(10n * MILLION, 10n * MILLION, 0n), only('dividendBps'))
    expect(outcome).toMatchObject({ effects: { credited: { dividends: [{ usd: MILLION, xtz: 0n }, {}] } } })
  })

  it('or doubles the supply at full speed: 250%, the base layer whole, Silo 3 empty, but for the fee', () => {
    const after = play(full(10n * MILLION, 10n * MILLION, 0n), only('recapFullBps'))
    expect(Number(after.supply) / Number(20n * MILLION)).toBeCloseTo(1, 2)
    expect(ratio(after)).toBeCloseTo(250, -0.5)
    expect(after.books.f3).toBe(0n)
    expect(after.books.f1 >= after.supply && after.books.x2 >= after.supply).toBe(true)
  })

  it('or, with a surplus of all four silos, doubles everything: 400%', () => {
    const after = play(full(10n * MILLION, 20n * MILLION, 20n * MILLION), only('recapEqualBps'))
    expect(after.supply).toBe(20n * MILLION)
    expect(ratio(after)).toBe(400)
  })
})

describe('a step', () => {
  it('changes nothing that was passed in', () => {
    const before = full(MILLION, 0n, 0n)
    const copy = structuredClone(before)
    advance(before, { kind: 'redeemUsd', amount: 5n })
    expect(before).toEqual(copy)
  })

  it('that is refused says why, with numbers, and leaves the state', () => {
    const before = full(MILLION, 0n, 0n)
    expect(advance(before, { kind: 'mint', amount: 7n })).toEqual({
      isTaken: false,
      state: before,
      refusal: { name: 'ExceedsHeadroom', numbers: [7n, 0n] },
    })
    const stale = play(before, { kind: 'time', time: before.time + 3_601n })
    expect(advance(stale, { kind: 'replenish' })).toMatchObject({
      refusal: { name: 'NoPrice', priceState: 'FeedStale' },
    })
  })

  it('beyond what a contract can hold is refused, not thrown', () => {
    const beyond = advance(full(MILLION, 0n, 0n), { kind: 'seed', silo: 2n, amount: 2n ** 256n })
    const next = advance(beyond.state, { kind: 'closeCycle' })
    expect(next).toMatchObject({ isTaken: false, refusal: { name: 'OutOfRange' } })
  })
})

it('computes 200 cycles in far less than a frame', () => {
  let state = full(MILLION, 0n, 0n)
  const startedAt = performance.now()
  for (let cycle = 0; cycle < 200; cycle += 1) {
    state = close(play(state, { kind: 'reportEarnings', silo: 1n, amount: 10_000n * USD }))
  }
  // Printed, not asserted: a machine may be busy.
  process.stdout.write(`\n200 cycles of the reserve in ${(performance.now() - startedAt).toFixed(1)} ms\n`)
  expect(state.cycle.number).toBe(201n)
})
