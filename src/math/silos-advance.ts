/**
 * The reserve one step further. One function previews an action on a page, drives the scenario lab, and is compared with
 * the contract's bytecode step by step over whole histories.
 */
import { closeCycle } from './silos-cycle'
import { Refused, type Conversion, type Draft, type Refusal } from './silos-draft'
import { cover, distribute, type Part, type Shares } from './silos-harvest'
import { claim, mint, redeemUsd, redeemXtz, replenish, reportEarnings, seed } from './silos-people'
import { conditionsOf, type Parameters, type Pool, type Quote, type SiloState } from './silos-state'

/** Amounts in base units (6 decimals), times in unix seconds; see the functions of the same names. */
export type SiloEvent =
  | { readonly kind: 'time'; readonly time: bigint }
  | { readonly kind: 'quotes'; readonly feed?: Quote; readonly dex?: Quote; readonly usdc?: Quote }
  | { readonly kind: 'pool'; readonly pool: Pool }
  | { readonly kind: 'parameters'; readonly parameters: Partial<Parameters> }
  | { readonly kind: 'pause'; readonly isPaused: boolean }
  | { readonly kind: 'mint'; readonly amount: bigint; readonly minUsdtz?: bigint }
  | { readonly kind: 'redeemUsd'; readonly amount: bigint }
  | { readonly kind: 'redeemXtz'; readonly amount: bigint; readonly minXtz?: bigint }
  | { readonly kind: 'seed'; readonly silo: bigint; readonly amount: bigint }
  | { readonly kind: 'reportEarnings'; readonly silo: bigint; readonly amount: bigint }
  | { readonly kind: 'replenish' }
  | { readonly kind: 'closeCycle' }
  | { readonly kind: 'cover'; readonly xtzAmount: bigint; readonly minProceeds?: bigint }
  | { readonly kind: 'distribute'; readonly shares: Shares; readonly weights: readonly bigint[] }
  | { readonly kind: 'claim'; readonly token: 'usd' | 'xtz'; readonly amount: bigint }

/** What an action gives besides the next state. */
export type Effects = {
  readonly conversions: readonly Conversion[]
  /** XTZ paid for redeemed USDtz. */
  readonly xtzPaid?: bigint
  /** What each trustee, in the order of the weights, and the ecosystem may claim from a distribution. */
  readonly credited?: { readonly dividends: readonly Part[]; readonly ecosystem: Part }
}

export type Advance =
  | { readonly isTaken: true; readonly state: SiloState; readonly effects: Effects }
  | { readonly isTaken: false; readonly state: SiloState; readonly refusal: Refusal }

/**
 * The state after an event, or the same state and why the event is refused. Pure: nothing that is passed in is changed.
 * Every amount is exact, in the contract's own rounding. rules.md S
 */
export function advance(state: SiloState, event: SiloEvent): Advance {
  if (isAround(event)) return { isTaken: true, state: pass(state, event), effects: { conversions: [] } }
  const draft: Draft = {
    ...state,
    books: { ...state.books },
    cycle: { ...state.cycle },
    conditions: conditionsOf(state),
    conversions: [],
  }
  try {
    const effects = apply(draft, event)
    return { isTaken: true, state: stateOf(draft), effects: { ...effects, conversions: draft.conversions } }
  } catch (error) {
    if (error instanceof Refused) return { isTaken: false, state, refusal: error.refusal }
    if (error instanceof RangeError) return { isTaken: false, state, refusal: { name: 'OutOfRange' } }
    throw error
  }
}

/** What happens around the reserve, and can't be refused. */
type Around = Extract<SiloEvent, { readonly kind: (typeof around)[number] }>
const around = ['time', 'quotes', 'pool', 'parameters', 'pause'] as const

function isAround(event: SiloEvent): event is Around {
  return around.some((kind) => kind === event.kind)
}

function pass(state: SiloState, event: Around): SiloState {
  switch (event.kind) {
    case 'time':
      return { ...state, time: event.time }
    case 'quotes': {
      const { feed = state.feed, dex = state.dex, usdc = state.usdc } = event
      return { ...state, feed, dex, usdc }
    }
    case 'pool':
      return { ...state, pool: event.pool }
    case 'parameters':
      return { ...state, parameters: { ...state.parameters, ...event.parameters } }
    case 'pause':
      return { ...state, isPaused: event.isPaused }
  }
}

/** What stays of a draft: not what it was judged by. */
function stateOf({ books, supply, inventory, isLatched, isPaused, cycle, ...rest }: Draft): SiloState {
  const { time, feed, dex, usdc, pool, parameters } = rest
  const reserve = { books, supply, inventory, isLatched, isPaused, cycle }
  return { time, ...reserve, feed, dex, usdc, pool, parameters }
}

function apply(draft: Draft, event: Exclude<SiloEvent, Around>): Omit<Effects, 'conversions'> {
  switch (event.kind) {
    case 'mint':
      mint(draft, event.amount, event.minUsdtz ?? 0n)
      break
    case 'redeemUsd':
      redeemUsd(draft, event.amount)
      break
    case 'redeemXtz':
      return { xtzPaid: redeemXtz(draft, event.amount, event.minXtz ?? 0n) }
    case 'seed':
      seed(draft, event.silo, event.amount)
      break
    case 'reportEarnings':
      reportEarnings(draft, event.silo, event.amount)
      break
    case 'replenish':
      replenish(draft)
      break
    case 'closeCycle':
      closeCycle(draft)
      break
    case 'cover':
      cover(draft, event.xtzAmount, event.minProceeds ?? 0n)
      break
    case 'distribute':
      return { credited: distribute(draft, event.shares, event.weights) }
    case 'claim':
      claim(draft, event.token, event.amount)
      break
  }
  return {}
}
