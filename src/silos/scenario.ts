/**
 * What the reserve would become under a path of prices, earnings and redemptions: the contract's own steps, one cycle
 * after the other. Conversions cost the exchange's fee and move no price: an estimate, and said to be one.
 */
import { advance, type SiloEvent } from '../math/silos-advance'
import { valueDown } from '../math/silos'
import type { Shares } from '../math/silos-harvest'
import { conditionsOf, emptyBooks, type SiloState } from '../math/silos-state'
import { max, min, mulDivDown, mulDivUp } from '../math/uint256'
import { BPS, WAD } from '../math/units'
import { momentOf, type SiloMoment } from './silo-history'

/** What the trustees do with each harvest: leave it in the chamber, pay it out, or recapitalise. rules.md S10 */
export const choices = ['keep', 'dividend', 'equal', 'full'] as const
export type Choice = (typeof choices)[number]

export type Scenario = {
  /** The reserve as it is, or one made for it. */
  readonly start: 'now' | 'scratch'
  /** Of a reserve from scratch: USDtz (6 decimals), USD per XTZ (6 decimals), and how full it is, in percent. */
  readonly supply: bigint
  readonly priceMicro: bigint
  readonly filledPercent: bigint
  /** How far XTZ falls, and in how many cycles. */
  readonly fallBps: bigint
  readonly fallCycles: bigint
  /** Where it ends, of the price it starts at, and in which cycle it is there. */
  readonly endBps: bigint
  readonly endCycle: bigint
  /** Earned in each cycle on the USDC, and on the XTZ, of all silos. */
  readonly lendBps: bigint
  readonly bakeBps: bigint
  /** USDtz (6 decimals) redeemed for USDC in each cycle. */
  readonly redeemed: bigint
  readonly ahead: bigint
  readonly choice: Choice
}

/** One cycle, after its closing and what the trustees chose. USD has 6 decimals. */
export type ScenarioCycle = Omit<SiloMoment, 'at'> & {
  readonly cycle: bigint
  readonly price: bigint
  readonly supply: bigint
  /** USD that Silo 3 has spent on XTZ for Silo 2. */
  readonly bought: bigint
  readonly harvest: bigint
  /** Paid out to trustees. */
  readonly dividend: bigint
  /** Whether new supply is impossible because Silo 2 is short. */
  readonly isShort: boolean
}

/** The price of XTZ (WAD) in a cycle: it falls evenly, then moves evenly to its end, and stays. Rounds down. */
export function priceIn(cycle: bigint, from: bigint, scenario: Scenario): bigint {
  const { fallBps, fallCycles, endBps, endCycle } = scenario
  const lowest = mulDivDown(from, BPS - fallBps, BPS)
  const end = mulDivDown(from, endBps, BPS)
  const price =
    cycle <= fallCycles
      ? from - ((from - lowest) * cycle) / fallCycles
      : cycle >= endCycle
        ? end
        : lowest + ((end - lowest) * (cycle - fallCycles)) / (endCycle - fallCycles)
  return max(1n, price)
}

const MICRO = 10n ** 12n
/** So deep that no conversion of the lab moves its price. */
const DEPTH_USD = 10n ** 30n
/** A pair's fee of 0.3%, and a little for rounding: less than that would skip all conversions. */
const LEAST_SLIPPAGE_BPS = 50n

/** The state a scenario starts from: nothing paused, USDC sound, both prices the same and fresh. */
export function startOf(scenario: Scenario, live: SiloState): SiloState | undefined {
  const { low } = conditionsOf(live)
  const isScratch = scenario.start === 'scratch'
  const price = isScratch ? scenario.priceMicro * MICRO : low
  if (price === 0n) return undefined
  const { parameters } = live
  const slippageBps = max(parameters.slippageBps, LEAST_SLIPPAGE_BPS)
  const base: SiloState = {
    ...live,
    isPaused: false,
    usdc: { price: WAD, updatedAt: live.time },
    parameters: { ...parameters, slippageBps },
  }
  return withPrice(isScratch ? scratchOf(scenario, base, price) : base, live.time, price)
}

/** Silos filled in their order up to a percentage of the supply. */
function scratchOf({ supply, filledPercent }: Scenario, live: SiloState, price: bigint): SiloState {
  const part = (above: bigint) => {
    const percent = filledPercent > above ? min(filledPercent - above, 100n) : 0n
    return (supply * percent) / 100n
  }
  const coins = (usd: bigint) => mulDivUp(usd, WAD, price)
  const books = { ...emptyBooks, f1: supply, x2: coins(part(100n)), f3: part(200n), x4: coins(part(300n)) }
  const time = live.time
  const cycle = { number: 0n, lastEnd: time, closedAt: time, harvestUsd: 0n, harvestXtz: 0n, maxSupply: 0n }
  const isLatched = filledPercent >= 200n && supply >= live.parameters.latchMinSupply
  return { ...live, books, supply, inventory: 0n, isLatched, cycle }
}

function withPrice(state: SiloState, time: bigint, price: bigint): SiloState {
  const quote = { price, updatedAt: time }
  const pool = { usd: DEPTH_USD, xtz: mulDivDown(DEPTH_USD, WAD, price) }
  return { ...state, time, feed: quote, dex: quote, usdc: { ...state.usdc, updatedAt: time }, pool }
}

/** The start (cycle 0) and every cycle ahead. Pure; the same scenario and start always give the same. */
export function runScenario(start: SiloState, scenario: Scenario): readonly ScenarioCycle[] {
  const from = conditionsOf(start).low
  const rows = [rowOf(0n, from, start, { bought: 0n, harvest: 0n, dividend: 0n })]
  let state = start
  for (let cycle = 1n; cycle <= scenario.ahead; cycle += 1n) {
    const price = priceIn(cycle, from, scenario)
    const step = runCycle(state, price, scenario)
    state = step.state
    rows.push(rowOf(cycle, price, state, step))
  }
  return rows
}

type Step = { state: SiloState; bought: bigint; harvest: bigint; dividend: bigint }

function runCycle(former: SiloState, price: bigint, scenario: Scenario): Step {
  const time = former.cycle.lastEnd + former.parameters.cycleSeconds
  const step: Step = {
    state: withPrice(former, time > former.time ? time : former.time, price),
    bought: 0n,
    harvest: 0n,
    dividend: 0n,
  }
  take(step, { kind: 'replenish' })
  const { f1, f3, x2, x4 } = step.state.books
  take(step, { kind: 'reportEarnings', silo: 1n, amount: mulDivDown(f1 + f3, scenario.lendBps, BPS) })
  take(step, { kind: 'reportEarnings', silo: 2n, amount: mulDivDown(x2 + x4, scenario.bakeBps, BPS) })
  const { supply, inventory } = step.state
  take(step, { kind: 'redeemUsd', amount: min(scenario.redeemed, supply - inventory) })
  const before = step.state.books
  take(step, { kind: 'closeCycle' })
  const { books } = step.state
  step.harvest = books.chamberUsd - before.chamberUsd + valueDown(books.chamberXtz - before.chamberXtz, price)
  if (step.harvest > 0n) distribute(step, scenario.choice, price)
  return step
}

/** An event that the contract would refuse changes nothing: there was nothing to do. */
function take(step: Step, event: SiloEvent): void {
  const result = advance(step.state, event)
  if (!result.isTaken) return
  step.state = result.state
  for (const made of result.effects.conversions)
    if (made.isMade && made.buysXtz && (made.cause === 'Replenish' || made.cause === 'Close'))
      step.bought += made.spent
}

const none: Shares = { recapEqualBps: 0n, recapFullBps: 0n, dividendBps: 0n, ecosystemBps: 0n }
const sharesOf: Readonly<Record<Exclude<Choice, 'keep'>, Shares>> = {
  dividend: { ...none, dividendBps: BPS },
  equal: { ...none, recapEqualBps: BPS },
  full: { ...none, recapFullBps: BPS },
}

function distribute(step: Step, choice: Choice, price: bigint): void {
  if (choice === 'keep') return
  const before = step.state.books
  take(step, { kind: 'distribute', shares: sharesOf[choice], weights: [1n] })
  const { owedUsd, owedXtz } = step.state.books
  step.dividend = owedUsd - before.owedUsd + valueDown(owedXtz - before.owedXtz, price)
}

function rowOf(
  cycle: bigint,
  price: bigint,
  { books, supply }: SiloState,
  { bought, harvest, dividend }: Omit<Step, 'state'>,
): ScenarioCycle {
  const moment = momentOf(books, supply, price) ?? { fills: [0n, 0n, 0n, 0n] as const, ratio: 0n }
  const isShort = supply > 0n && valueDown(books.x2, price) < supply
  return { cycle, price, supply, bought, harvest, dividend, isShort, ...moment }
}

/** What a run says in four answers. */
export type Summary = {
  /** First cycle that ends with Silo 2 short, and the first that does so after Silo 3 is empty. */
  readonly shortIn: bigint | undefined
  /** Where Silo 3 is lowest, in basis points of the supply. */
  readonly lowestSilo3: { readonly cycle: bigint; readonly fill: bigint }
  /** First cycle in which each silo is full, and in which all four are. */
  readonly fullIn: readonly (bigint | undefined)[]
  readonly allFullIn: bigint | undefined
  readonly harvest: bigint
  readonly dividend: bigint
  readonly lowestPriceIn: bigint
}

export function summaryOf(rows: readonly ScenarioCycle[]): Summary {
  const isFull = (row: ScenarioCycle, index: 0 | 1 | 2 | 3) => row.fills[index] >= BPS
  const firstFull = (index: 0 | 1 | 2 | 3) => rows.find((row) => isFull(row, index))?.cycle
  let lowest = rows[0]
  let cheapest = rows[0]
  for (const row of rows) {
    if (!lowest || row.fills[2] < lowest.fills[2]) lowest = row
    if (!cheapest || row.price < cheapest.price) cheapest = row
  }
  return {
    shortIn: rows.find(({ cycle, isShort }) => cycle > 0n && isShort)?.cycle,
    lowestSilo3: { cycle: lowest?.cycle ?? 0n, fill: lowest?.fills[2] ?? 0n },
    fullIn: [firstFull(0), firstFull(1), firstFull(2), firstFull(3)],
    allFullIn: rows.find((row) => ([0, 1, 2, 3] as const).every((index) => isFull(row, index)))?.cycle,
    harvest: rows.reduce((sum, { harvest }) => sum + harvest, 0n),
    dividend: rows.reduce((sum, { dividend }) => sum + dividend, 0n),
    lowestPriceIn: cheapest?.cycle ?? 0n,
  }
}
