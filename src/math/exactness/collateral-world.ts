/** Random histories for the vaults of one type: what happens next, drawn with an eye on where a rule changes its mind. */
import { liquidationPriceUp, maxDrawDown, maxWithdrawDown, RAY } from '../collateral'
import { needOf, priceAt, resetFrom } from '../collateral-auction'
import { datesPassed, debtOf, dueAt, PERIOD_SECONDS, type Vault } from '../collateral-due'
import { advanceEngine, engineNow } from '../collateral-engine'
import { newEngineState, type EngineAdvance, type EngineEvent, type EngineState, type EngineTerms } from '../collateral-engine-state' // prettier-ignore
import { repaymentToReachUp } from '../collateral-vault'
import { DAY_SECONDS, MAX_UINT256, WAD } from '../units'
import type { Random } from './cases'

const MOST_VAULTS = 12

/** Terms of a type whose first date is ten days after `start`. */
export function firstTerms(start: bigint): EngineTerms {
  return {
    firstDueAt: start + 10n * DAY_SECONDS,
    feeRay: 1_000_000_005_000_000_000_000_000_000n,
    lateBps: 500n,
    graceSeconds: 5n * DAY_SECONDS,
    mintRatio: 2n * WAD,
    liquidationRatio: (WAD * 15n) / 10n,
    tauSeconds: 14_400n,
    tailSeconds: 7_200n,
    cusp: (WAD * 6n) / 10n,
    keeperBps: 1_000n,
    buffer: (WAD * 12n) / 10n,
    penaltyBps: 1_100n,
    dust: 100n * WAD,
    line: 1_000_000n * WAD,
    gap: 300_000n * WAD,
    ttlSeconds: DAY_SECONDS,
  }
}

/** A type with nothing in it whose collateral costs 80. */
export function emptyEngine(start: bigint, now: bigint): EngineState {
  const price = { current: 80n * WAD, low: 80n * WAD, unfrozenAt: 0n }
  return { ...newEngineState(start, firstTerms(start), price), time: now }
}

/** The next step of a history. */
function drawEvent(random: Random, state: EngineState): EngineEvent {
  const now = engineNow(state)
  const id =
    state.vaults.length === 0 ? 1 : 1 + random.below(state.vaults.length + (random.below(20) === 0 ? 1 : 0))
  const vault = now.vaults[id - 1]
  const kind = random.below(20)
  if (kind < 4) return { kind: 'time', time: state.time + pause(random, now, vault) }
  if (kind < 6) return moved(random, now, vault)
  if (kind < 8 && state.vaults.length < MOST_VAULTS) return opened(random, now)
  if (kind === 8) return otherwise(random, state)
  if (kind < 12) return ofAuction(random, state)
  if (vault === undefined) return { kind: 'assess', id }
  return ofVault(random, now, id, vault)
}

function opened(random: Random, { price, terms }: EngineState): EngineEvent {
  const amount = random.pick([0n, random.magnitude(80), 400n * WAD, 30n * WAD, 20_000n * WAD])
  const most = maxDrawDown(0n, RAY, 0n, amount, price.low, terms.mintRatio)
  return { kind: 'open', amount, drawn: around(random, random.pick([0n, most, most, most / 2n, terms.dust])) }
}

function ofVault(random: Random, state: EngineState, id: number, vault: Vault): EngineEvent {
  const { rate, terms, price } = state
  const { art, late, collateral } = vault
  const debt = debtOf(vault, rate.rate)
  const { low } = price
  switch (random.below(8)) {
    case 0:
      return { kind: 'deposit', id, amount: random.pick([0n, random.magnitude(70), 50n * WAD]) }
    case 1: {
      const most = maxDrawDown(art, rate.rate, late, collateral, low, terms.mintRatio)
      return { kind: 'draw', id, amount: around(random, random.pick([most, most / 2n, terms.dust])) }
    }
    case 2:
    case 3: {
      const covering = repaymentToReachUp(vault, rate.rate, price.current, terms.liquidationRatio, terms.dust)
      const interest = debt - vault.principal - late
      const down = debt > terms.dust ? debt - terms.dust : debt
      const amount = random.pick([
        debt,
        down,
        covering,
        late,
        late + vault.due,
        late + interest,
        random.magnitude(72),
      ])
      return { kind: 'repay', id, atMost: around(random, amount) }
    }
    case 4: {
      const most = low === 0n ? collateral : maxWithdrawDown(debt, collateral, low, terms.mintRatio)
      return { kind: 'withdraw', id, amount: around(random, random.pick([most, collateral, most / 3n])) }
    }
    case 5:
      return { kind: 'close', id, maxDebt: random.pick([debt, MAX_UINT256, debt === 0n ? 0n : debt - 1n]) }
    case 6:
      return { kind: 'assess', id }
    default:
      return { kind: 'liquidate', id }
  }
}

function ofAuction(random: Random, state: EngineState): EngineEvent {
  const open = state.auctions.flatMap(({ endedAt }, place) => (endedAt === 0n ? [place + 1] : []))
  const isRunning = open.length > 0 && random.below(12) > 0
  const id = isRunning ? (open[random.below(open.length)] ?? 1) : 1 + random.below(state.auctions.length + 1)
  const auction = state.auctions[id - 1]
  if (auction === undefined || random.below(5) === 0) return { kind: 'reset', id }
  const price = priceAt(auction, state.time)
  const need = needOf(auction)
  const forNeed = price === 0n ? 1n : (need * WAD) / price
  const ask = random.pick([
    auction.lot,
    forNeed,
    forNeed / 2n,
    auction.lot / 3n,
    1n,
    random.magnitude(70),
    0n,
  ])
  return {
    kind: 'take',
    id,
    ask,
    maxPrice: random.pick([MAX_UINT256, price, price === 0n ? 0n : price - 1n, price]),
  }
}

/** Seconds to the next step: a block, hours, days, or to a second around where something is due or ends. */
function pause(random: Random, state: EngineState, vault: Vault | undefined): bigint {
  const { time, terms, auctions, ceiling } = state
  const edge = (at: bigint) => random.near(at) - time
  const next = dueAt(terms.firstDueAt, vault?.nextDate ?? 0n)
  const graceEnd = next + terms.graceSeconds
  const running = auctions.find(({ endedAt }) => endedAt === 0n)
  const drawn = random.pick([
    12n,
    random.magnitude(15),
    random.magnitude(22),
    edge(next),
    edge(graceEnd),
    edge(graceEnd - PERIOD_SECONDS),
    edge(running === undefined ? time : resetFrom(running)),
    edge(running === undefined ? time : running.startedAt + random.magnitude(12)),
    edge(ceiling.raisedAt + terms.ttlSeconds),
    60n * DAY_SECONDS,
  ])
  return drawn > 0n ? drawn : 1n
}

/** A price to a unit around where a vault is crossed, or a step, a crash, a recovery; sometimes none. */
function moved(random: Random, state: EngineState, vault: Vault | undefined): EngineEvent {
  const { terms, rate, price, time } = state
  const known = price.current === 0n || price.current < WAD ? 80n * WAD : price.current
  const debt = vault === undefined ? 0n : debtOf(vault, rate.rate)
  const crossing =
    vault === undefined || debt === 0n || vault.collateral === 0n
      ? known
      : liquidationPriceUp(debt, vault.collateral, terms.liquidationRatio)
  const stepped = (known * (88n + random.bits(4) + random.bits(3))) / 100n
  const drawn = random.pick([crossing, crossing, stepped, stepped, 80n * WAD, (known * 6n) / 10n])
  const bounded = drawn > 100_000n * WAD ? 80n * WAD : drawn
  const current = random.below(14) === 0 ? 0n : around(random, bounded)
  const low =
    current === 0n || random.below(10) === 0 ? 0n : (current * random.pick([100n, 100n, 97n])) / 100n
  const unfrozenAt = random.below(8) === 0 ? random.pick([time, time - 60n]) : price.unfrozenAt
  return { kind: 'price', price: { current, low, unfrozenAt } }
}

/** A pause and its end. */
function otherwise(random: Random, { isPaused, price }: EngineState): EngineEvent {
  if (isPaused || random.below(4) === 0) return { kind: 'pause', isPaused: !isPaused }
  return { kind: 'price', price: { ...price, current: 80n * WAD, low: 80n * WAD } }
}

/** A short story: a fall that crosses a vault, its liquidation, and takes, sometimes until the auction ends. */
function drawStory(random: Random, state: EngineState): readonly EngineEvent[] {
  const indebted = engineNow(state).vaults.flatMap((vault, place) => (vault.art > 0n ? [place + 1] : []))
  const id = indebted[random.below(Math.max(indebted.length, 1))] ?? 1
  const percent = random.pick([40n, 25n, 15n, 70n])
  const current = (80n * WAD * percent) / 100n
  const open = state.auctions.flatMap(({ endedAt }, place) => (endedAt === 0n ? [place + 1] : []))
  const old = open[random.below(Math.max(open.length, 1))]
  const auction = old ?? state.auctions.length + 1
  const [ask, maxPrice] = [random.magnitude(68), MAX_UINT256]
  // What begins in the very second a freeze ends is not too old.
  const unfrozenAt = random.pick([state.price.unfrozenAt, state.time])
  return [
    { kind: 'price', price: { current, low: current, unfrozenAt } },
    old === undefined ? { kind: 'liquidate', id } : { kind: 'reset', id: old },
    { kind: 'time', time: state.time + random.magnitude(12) },
    { kind: 'take', id: auction, ask, maxPrice: current / 2n },
    { kind: 'reset', id: auction },
    { kind: 'take', id: auction, ask, maxPrice },
    ...(random.below(2) === 0 ? [{ kind: 'take', id: auction, ask: MAX_UINT256, maxPrice } as const] : []),
    { kind: 'price', price: { current: 80n * WAD, low: 80n * WAD, unfrozenAt } },
  ]
}

/** A short story: two dates of a vault, each with parts of what is due paid before and after the grace time. */
function drawDates(random: Random, state: EngineState): readonly EngineEvent[] {
  const { terms, time } = state
  const id = 1 + random.below(Math.max(state.vaults.length, 1))
  const vault = state.vaults[id - 1]
  const part = (): EngineEvent => ({
    kind: 'repay',
    id,
    atMost: ((vault?.principal ?? 0n) * BigInt(1 + random.below(250))) / 10_000n,
  })
  const first = dueAt(terms.firstDueAt, datesPassed(terms.firstDueAt, time))
  return [first, first + PERIOD_SECONDS].flatMap((date): readonly EngineEvent[] => [
    { kind: 'time', time: date + random.magnitude(10) },
    part(),
    { kind: 'time', time: date + terms.graceSeconds - 1n },
    part(),
    { kind: 'time', time: date + terms.graceSeconds + BigInt(random.below(2)) },
    part(),
  ])
}

/** A unit beside it, never below 0. */
function around(random: Random, value: bigint): bigint {
  const near = random.near(value)
  return near < 0n ? 0n : near
}

function nextOf(random: Random, state: EngineState): readonly EngineEvent[] {
  const drawn = random.below(40)
  if (drawn < 2) return drawStory(random, state)
  return drawn === 2 ? drawDates(random, state) : [drawEvent(random, state)]
}

/** A whole history of the model: each event, and what came of it. */
export function engineHistoryOf(random: Random, start: EngineState, steps: number) {
  let state = start
  const history: { readonly event: EngineEvent; readonly outcome: EngineAdvance }[] = []
  let planned: readonly EngineEvent[] = []
  while (history.length < steps) {
    if (planned.length === 0) planned = nextOf(random, state)
    const [event, ...rest] = planned
    planned = rest
    if (event === undefined) continue
    const outcome = advanceEngine(state, event)
    state = outcome.state
    history.push({ event, outcome })
  }
  return history
}
