/**
 * What the reserve of USDtz is at one moment, with its market, as plain data: what `advance` (silos-advance.ts) goes on
 * from. Units as in silos.ts; times are unix seconds.
 */
import { capUp, valueDown } from './silos'
import { BPS, WAD } from './units'

/** What the reserve holds, in base units of USDC and XTZ (6 decimals). rules.md S */
export type Books = {
  readonly f1: bigint
  readonly x2: bigint
  readonly f3: bigint
  readonly x4: bigint
  readonly chamberUsd: bigint
  readonly chamberXtz: bigint
  /** Dividends and the ecosystem's parts that nobody has claimed yet. */
  readonly owedUsd: bigint
  readonly owedXtz: bigint
}

/** Cycles and their closings; see `Cycle` in SiloTypes.sol. rules.md S8, S10 */
export type Cycle = {
  /** Cycles closed so far. */
  readonly number: bigint
  /** End of the last closed cycle, at first the start. */
  readonly lastEnd: bigint
  readonly closedAt: bigint
  readonly harvestUsd: bigint
  readonly harvestXtz: bigint
  /** Smax: the greatest supply of a closing that found all four full. */
  readonly maxSupply: bigint
}

/** What a source says: WAD, USD per whole token, 0 where there is none. */
export type Quote = { readonly price: bigint; readonly updatedAt: bigint }

export type Parameters = {
  readonly latchMinSupply: bigint
  readonly feedHeartbeatSeconds: bigint
  readonly dexHeartbeatSeconds: bigint
  readonly usdcHeartbeatSeconds: bigint
  readonly maxDeviationBps: bigint
  readonly slippageBps: bigint
  readonly xtzSpreadBps: bigint
  readonly depegBps: bigint
  readonly cycleSeconds: bigint
  readonly repeatSeconds: bigint
}

/** A pair (Uniswap v2) that conversions go through. */
export type Pool = { readonly usd: bigint; readonly xtz: bigint }

export type SiloState = {
  readonly time: bigint
  readonly books: Books
  /** S: circulating and inventory. */
  readonly supply: bigint
  readonly inventory: bigint
  readonly isLatched: boolean
  readonly isPaused: boolean
  readonly cycle: Cycle
  readonly feed: Quote
  readonly dex: Quote
  readonly usdc: Quote
  readonly pool: Pool
  readonly parameters: Parameters
}

/** What stands in the way of a price, in the contract's order. rules.md S15 */
export type PriceState = 'Fresh' | 'FeedUnusable' | 'FeedStale' | 'DexUnusable' | 'DexStale' | 'Deviates'

/** What an action is judged by; `low` and `high` are 0 unless the price is fresh. rules.md S15, S17 */
export type Conditions = {
  readonly priceState: PriceState
  readonly low: bigint
  readonly high: bigint
  readonly isUsdcSound: boolean
}

export const emptyBooks: Books = {
  ...{ f1: 0n, x2: 0n, f3: 0n, x4: 0n },
  ...{ chamberUsd: 0n, chamberXtz: 0n, owedUsd: 0n, owedXtz: 0n },
}

/** A reserve that starts at `time` with nothing in it. */
export function newSiloState(
  time: bigint,
  market: Pick<SiloState, 'feed' | 'dex' | 'usdc' | 'pool'>,
  parameters: Parameters,
): SiloState {
  const cycle = { number: 0n, lastEnd: time, closedAt: time, harvestUsd: 0n, harvestXtz: 0n, maxSupply: 0n }
  const nothing = { supply: 0n, inventory: 0n, isLatched: false, isPaused: false }
  return { time, books: emptyBooks, ...nothing, cycle, ...market, parameters }
}

/** Whether there is a price of XTZ, which, and whether USDC is sound. rules.md S15, S17 */
export function conditionsOf(state: SiloState): Conditions {
  const { feed, dex } = state
  const priceState = priceStateOf(state)
  const [low, high] = feed.price < dex.price ? [feed.price, dex.price] : [dex.price, feed.price]
  const isFresh = priceState === 'Fresh'
  return { priceState, low: isFresh ? low : 0n, high: isFresh ? high : 0n, isUsdcSound: isUsdcSound(state) }
}

/** XTZ silos full at the price: what each must hold. Rounds up; undefined without a price. rules.md S */
export function capOf(state: SiloState): bigint | undefined {
  const { low } = conditionsOf(state)
  return low === 0n ? undefined : capUp(state.supply, low)
}

/** Whether v2 < S is an alarm that Silo 3 answers. rules.md S5 */
export function isCrash(
  { isLatched, parameters }: Pick<SiloState, 'isLatched' | 'parameters'>,
  x2: bigint,
  supply: bigint,
  low: bigint,
): boolean {
  return isLatched && supply >= parameters.latchMinSupply && valueDown(x2, low) < supply
}

/** Equal to the heartbeat is fresh; from the future is no price. */
function priceStateOf({ time, feed, dex, parameters }: SiloState): PriceState {
  if (isUnusable(feed, time)) return 'FeedUnusable'
  if (time - feed.updatedAt > parameters.feedHeartbeatSeconds) return 'FeedStale'
  if (isUnusable(dex, time)) return 'DexUnusable'
  if (time - dex.updatedAt > parameters.dexHeartbeatSeconds) return 'DexStale'
  const [low, high] = feed.price < dex.price ? [feed.price, dex.price] : [dex.price, feed.price]
  return (high - low) * BPS > parameters.maxDeviationBps * low ? 'Deviates' : 'Fresh'
}

function isUsdcSound({ time, usdc, parameters }: SiloState): boolean {
  if (isUnusable(usdc, time) || time - usdc.updatedAt > parameters.usdcHeartbeatSeconds) return false
  return usdc.price * BPS >= WAD * (BPS - parameters.depegBps)
}

/** Prices above are none: no product of a formula overflows. */
const MAX_PRICE = 2n ** 128n - 1n

function isUnusable({ price, updatedAt }: Quote, time: bigint): boolean {
  return price <= 0n || price > MAX_PRICE || updatedAt > time
}
