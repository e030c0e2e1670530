/** Random histories for the reserve of USDtz: what happens next, drawn with an eye on where a rule changes its mind. */
import { advance, type Advance, type SiloEvent } from '../silos-advance'
import { coverMaxUp, headroom, valueDown } from '../silos'
import { cycleEndsAt, repeatableUntil } from '../silos-cycle'
import {
  capOf,
  conditionsOf,
  newSiloState,
  type Parameters,
  type Quote,
  type SiloState,
} from '../silos-state'
import { WAD } from '../units'
import type { Random } from './cases'

export const USD = 10n ** 6n
const DEPTH = 2_000_000n * USD

export const firstParameters: Parameters = {
  latchMinSupply: 1_000n * USD,
  feedHeartbeatSeconds: 3_600n,
  dexHeartbeatSeconds: 7_200n,
  usdcHeartbeatSeconds: 86_400n,
  maxDeviationBps: 300n,
  slippageBps: 100n,
  xtzSpreadBps: 200n,
  depegBps: 100n,
  cycleSeconds: 30n * 86_400n,
  repeatSeconds: 86_400n,
}

/** Weights of the trustees in a history. */
export const weights: readonly bigint[] = [60n, 10n, 33n]

/** A reserve with nothing in it that began at `start`, and a market at $1 as of `time`. */
export function emptyWorld(start: bigint, time: bigint): SiloState {
  const quote: Quote = { price: WAD, updatedAt: time }
  const market = { feed: quote, dex: quote, usdc: quote, pool: { usd: DEPTH, xtz: DEPTH } }
  return { ...newSiloState(start, market, firstParameters), time }
}

/** The next step of a history. */
function drawEvent(random: Random, state: SiloState): SiloEvent {
  const { books, supply, inventory, parameters } = state
  const { low } = conditionsOf(state)
  const v2 = valueDown(books.x2, low)
  const amount = (most: bigint) =>
    random.pick([most, most + 1n, most / 2n, most / 20n, random.magnitude(36), random.magnitude(20)])
  switch (random.below(16)) {
    case 0:
    case 1:
      return { kind: 'time', time: state.time + pause(random, state) }
    case 2:
    case 3:
      return fresh(random, state)
    case 4:
      return oddQuote(random, state)
    case 5:
      return pushedPool(random, state)
    case 6: {
      const room = headroom(inventory, v2, supply, parameters.latchMinSupply)
      const most = random.pick([
        room,
        inventory,
        parameters.latchMinSupply - 1n - supply,
        random.magnitude(38),
      ])
      const wanted = amount(most < 0n ? 0n : most)
      return { kind: 'mint', amount: wanted, minUsdtz: wanted === 0n ? 0n : random.near(wanted) }
    }
    case 7: {
      const redeemed = amount(random.pick([supply - inventory, books.f1 - supply]))
      if (random.below(3) > 0) return { kind: 'redeemUsd', amount: redeemed }
      return { kind: 'redeemXtz', amount: redeemed, minXtz: random.pick([0n, redeemed]) }
    }
    case 8:
      return { kind: 'seed', silo: BigInt(random.below(6)), amount: amount(supply / 3n) }
    case 9:
    case 10: {
      const cap = capOf(state) ?? supply
      const missing = random.pick([cap - books.x2, supply - books.f3, cap - books.x4, supply])
      const earned = amount(missing > 0n ? missing : supply)
      return { kind: 'reportEarnings', silo: BigInt(1 + random.below(4)), amount: earned }
    }
    case 11:
      return { kind: 'replenish' }
    case 12:
    case 13:
      return { kind: 'closeCycle' }
    case 14: {
      if (low === 0n || random.below(3) === 0) return pausedOrNot(random, state)
      const most = random.pick([books.x4, coverMaxUp(books.f1, v2, low)])
      return {
        kind: 'cover',
        xtzAmount: amount(most),
        minProceeds: random.pick([0n, 0n, random.magnitude(30)]),
      }
    }
    default:
      return random.below(4) === 0 ? claimed(random, state) : distribution(random)
  }
}

/** Seconds to the next step: a block, hours, or to a second around where something opens, closes or goes stale. */
function pause(random: Random, state: SiloState): bigint {
  const { feed, dex, usdc, parameters, time } = state
  const edge = (at: bigint) => random.near(at) - time
  const drawn = random.pick([
    12n,
    random.magnitude(16),
    edge(cycleEndsAt(state)),
    edge(cycleEndsAt(state)),
    edge(cycleEndsAt(state) + 2n * parameters.cycleSeconds),
    edge(repeatableUntil(state)),
    edge(feed.updatedAt + parameters.feedHeartbeatSeconds),
    edge(dex.updatedAt + parameters.dexHeartbeatSeconds),
    edge(usdc.updatedAt + parameters.usdcHeartbeatSeconds),
  ])
  return drawn > 0n ? drawn : 1n
}

/** All sources answer, at a price not far from the last one, or a boom or a crash; the pool follows with the next draw. */
function fresh(random: Random, { feed, dex, time }: SiloState): SiloEvent {
  const known = feed.price > 0n ? feed.price : dex.price > 0n ? dex.price : WAD
  const percent = random.pick([100n, 100n, 100n, 95n + random.bits(3), 40n + random.bits(7), 10n, 400n])
  const moved = (known * percent) / 100n
  const price = moved < WAD / 1_000n ? WAD : moved > 1_000n * WAD ? WAD : moved
  const parted = (price * (10_000n + random.pick([0n, random.bits(8), 299n, 300n, 301n, -290n]))) / 10_000n
  const usdc = {
    price: random.pick([WAD, WAD, WAD, WAD, (WAD * 99n) / 100n, (WAD * 99n) / 100n - 1n]),
    updatedAt: time,
  }
  return { kind: 'quotes', feed: { price, updatedAt: time }, dex: { price: parted, updatedAt: time }, usdc }
}

/** One source alone: nothing, too much, the future, the past. */
function oddQuote(random: Random, { time }: SiloState): SiloEvent {
  const price = random.pick([0n, 1n, 2n ** 96n - 1n, WAD, random.magnitude(80)])
  const quote: Quote = { price, updatedAt: random.pick([time, time, time + 1n, time - 3_600n, 1n]) }
  const at = random.below(3)
  return { kind: 'quotes', ...(at === 0 ? { feed: quote } : at === 1 ? { dex: quote } : { usdc: quote }) }
}

/** The pool at the price, or pushed out of the bound, and sometimes shallow. */
function pushedPool(random: Random, { feed }: SiloState): SiloEvent {
  const price = feed.price > 0n && feed.price < 10_000n * WAD ? feed.price : WAD
  const pushed = (price * random.pick([10_000n, 10_000n, 10_060n, 9_940n, 10_150n, 9_850n])) / 10_000n
  const xtz = random.pick([DEPTH, DEPTH, DEPTH * 1_000n, 3_000n * USD, 7n])
  const usd = (xtz * pushed) / WAD
  return { kind: 'pool', pool: { xtz, usd: usd === 0n ? 1n : usd } }
}

function pausedOrNot(random: Random, { parameters, isPaused }: SiloState): SiloEvent {
  switch (random.below(3)) {
    case 0:
      return isPaused || random.below(4) === 0
        ? { kind: 'pause', isPaused: !isPaused }
        : { kind: 'replenish' }
    case 1: {
      const latchMinSupply = random.pick([1_000n * USD, 1n, 10n ** 10n])
      const slippageBps = random.pick([100n, 1n, 1_000n])
      return { kind: 'parameters', parameters: { latchMinSupply, slippageBps } }
    }
    default: {
      const { cycleSeconds, ...rest } = parameters
      const other =
        cycleSeconds === firstParameters.cycleSeconds ? 10n * 86_400n : firstParameters.cycleSeconds
      return { kind: 'parameters', parameters: { ...rest, cycleSeconds: other } }
    }
  }
}

function distribution(random: Random): SiloEvent {
  const cuts = [0, 1, 2]
    .map(() => random.pick([0n, 10_000n, BigInt(random.below(10_001))]))
    .sort((a, b) => (a < b ? -1 : 1))
  const [a = 0n, b = 0n, c = 0n] = cuts
  const shares = { recapEqualBps: a, recapFullBps: b - a, dividendBps: c - b, ecosystemBps: 10_000n - c }
  return { kind: 'distribute', shares, weights }
}

/** All of one token: everybody is the same account. */
function claimed(random: Random, state: SiloState): SiloEvent {
  const { owedUsd, owedXtz } = state.books
  return random.below(2) === 0
    ? { kind: 'claim', token: 'usd', amount: owedUsd }
    : { kind: 'claim', token: 'xtz', amount: owedXtz }
}

/** What belongs together: all sources and the pool at one price. */
function market(random: Random, state: SiloState, percent: bigint, isShallow = false): readonly SiloEvent[] {
  const known = state.feed.price > WAD / 100n && state.feed.price < 100n * WAD ? state.feed.price : WAD
  const price = (known * percent) / 100n
  const quote: Quote = { price, updatedAt: state.time }
  const parted: Quote = { price: (price * (10_000n + random.bits(7))) / 10_000n, updatedAt: state.time }
  const xtz = isShallow ? DEPTH / 20n : DEPTH * 100n
  return [
    { kind: 'quotes', feed: quote, dex: parted, usdc: { price: WAD, updatedAt: state.time } },
    { kind: 'pool', pool: { xtz, usd: (xtz * price) / WAD + 1n } },
  ]
}

/** A short story: a crash, a boom, the end of a cycle, a harvest and what becomes of it. */
function drawStory(random: Random, state: SiloState): readonly SiloEvent[] {
  const { supply } = state
  const wave = () => (supply * (90n + random.bits(5))) / 100n
  const atEnd = { ...state, time: cycleEndsAt(state) > state.time ? cycleEndsAt(state) : state.time }
  const close: readonly SiloEvent[] = [
    { kind: 'time', time: atEnd.time },
    ...market(random, atEnd, 95n + random.bits(3), random.below(4) === 0),
    { kind: 'closeCycle' },
  ]
  switch (random.below(5)) {
    case 0:
      return [...market(random, state, 20n + random.bits(6)), { kind: 'replenish' }]
    case 1:
      return [
        ...market(random, state, 105n + random.bits(7)),
        { kind: 'cover', xtzAmount: random.magnitude(40), minProceeds: 0n },
      ]
    case 2:
      return close
    case 3: {
      const gifts = ([1n, 2n, 3n, 4n] as const).map(
        (silo) => ({ kind: 'seed', silo, amount: wave() }) as const,
      )
      return [{ kind: 'pause', isPaused: false }, ...market(random, state, 100n), ...gifts, ...close]
    }
    default:
      return [
        ...close,
        distribution(random),
        claimed(random, state),
        { kind: 'mint', amount: wave() / 50n },
        { kind: 'redeemUsd', amount: wave() / 70n },
      ]
  }
}

/** A whole history of the model: each event, and what came of it. */
export function historyOf(random: Random, start: SiloState, steps: number) {
  let state = start
  const history: { readonly event: SiloEvent; readonly outcome: Advance }[] = []
  let planned: readonly SiloEvent[] = [{ kind: 'mint', amount: 10n ** 9n + random.magnitude(38) }]
  while (history.length < steps) {
    if (planned.length === 0)
      planned = random.below(4) === 0 ? drawStory(random, state) : [drawEvent(random, state)]
    const [event, ...rest] = planned
    planned = rest
    // A pause that is over, and a claim of what has changed since, are no events.
    if (event === undefined || (event.kind === 'pause' && event.isPaused === state.isPaused)) continue
    const now: SiloEvent = event.kind === 'claim' ? owedNow(event.token, state) : event
    const outcome = advance(state, now)
    state = outcome.state
    history.push({ event: now, outcome })
  }
  return history
}

function owedNow(token: 'usd' | 'xtz', { books }: SiloState): SiloEvent {
  return { kind: 'claim', token, amount: token === 'usd' ? books.owedUsd : books.owedXtz }
}
