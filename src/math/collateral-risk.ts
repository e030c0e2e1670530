/**
 * Which prices liquidate what. A debt is safe at its liquidation price and not one unit below it. Units as in
 * collateral.ts; falls are basis points of a price. rules.md C5, C6, C10
 */
import { isSafe, liquidationPriceUp, ratioDown } from './collateral'
import { mulDivDown, saturatingSubtract } from './uint256'
import { BPS, WAD } from './units'

/** How far a vault is from liquidation. rules.md C10 */
export type Band = 'safe' | 'watch' | 'danger' | 'liquidatable'

const WATCH_BPS = 1_000n
const DANGER_BPS = 500n

/** What a vault owes and holds. */
export type Position = { readonly debt: bigint; readonly collateral: bigint }

/** Price (WAD) after a fall. Rounds down. */
export function fallenDown(price: bigint, fallBps: bigint): bigint {
  return mulDivDown(price, saturatingSubtract(BPS, fallBps), BPS)
}

/** Lp of a position; 0 without debt: no price liquidates it. Rounds up. rules.md C6 */
export function crossingPriceUp({ debt, collateral }: Position, ratio: bigint): bigint {
  return debt === 0n ? 0n : liquidationPriceUp(debt, collateral, ratio)
}

/** CR of a position at a price, WAD; undefined without debt. Rounds down. */
export function positionRatioDown({ debt, collateral }: Position, price: bigint): bigint | undefined {
  return debt === 0n ? undefined : ratioDown(mulDivDown(collateral, price, WAD), debt)
}

/** The fall of a price (WAD of it) that a position survives; 0 where it is below its Lp. Rounds down. rules.md C10 */
export function survivedFallDown(crossing: bigint, price: bigint): bigint {
  return price === 0n ? 0n : mulDivDown(saturatingSubtract(price, crossing), WAD, price)
}

/**
 * The band of a position by the current price and the next one (0 where none is queued): liquidatable now, in danger where
 * the next price crosses or at most 5% are left, to watch where a fall of 10% crosses. rules.md C10
 */
export function bandOf(position: Position, ratio: bigint, current: bigint, next: bigint): Band {
  const { debt, collateral } = position
  if (debt === 0n) return 'safe'
  const isSafeAt = (price: bigint) => isSafe(debt, collateral, price, ratio)
  if (!isSafeAt(current)) return 'liquidatable'
  const margin = (current - crossingPriceUp(position, ratio)) * BPS
  if ((next !== 0n && !isSafeAt(next)) || margin <= DANGER_BPS * current) return 'danger'
  return margin < WATCH_BPS * current ? 'watch' : 'safe'
}

/** Vaults and their debt. */
export type Sum = { readonly vaults: number; readonly debt: bigint }

/** Everything with a liquidation price from `price` up is liquidated below it. */
export type Step = Sum & { readonly price: bigint }

/** Debt by the price below which it is liquidated: the highest first, each step with all before it. rules.md C6 */
export function staircaseOf(positions: readonly Position[], ratio: bigint): readonly Step[] {
  const crossings = positions
    .filter(({ debt }) => debt > 0n)
    .map((position) => ({ price: crossingPriceUp(position, ratio), debt: position.debt }))
    .sort((a, b) => (a.price === b.price ? 0 : a.price > b.price ? -1 : 1))
  const steps: Step[] = []
  let total: Sum = { vaults: 0, debt: 0n }
  for (const { price, debt } of crossings) {
    total = { vaults: total.vaults + 1, debt: total.debt + debt }
    if (steps.at(-1)?.price === price) steps.pop()
    steps.push({ price, ...total })
  }
  return steps
}

/** What is liquidated at a price: every vault whose Lp is above it. */
export function liquidatedAt(staircase: readonly Step[], price: bigint): Sum {
  let [below, end] = [0, staircase.length]
  while (below < end) {
    const middle = (below + end) >> 1
    if ((staircase[middle]?.price ?? 0n) > price) below = middle + 1
    else end = middle
  }
  const step = staircase[below - 1]
  return step === undefined ? { vaults: 0, debt: 0n } : { vaults: step.vaults, debt: step.debt }
}

/** What is liquidated if the prices of all types fall by so much at once. */
export function liquidatedByFall(
  types: readonly { readonly staircase: readonly Step[]; readonly price: bigint }[],
  fallBps: bigint,
): Sum {
  return types
    .map(({ staircase, price }) => liquidatedAt(staircase, fallenDown(price, fallBps)))
    .reduce(plus, { vaults: 0, debt: 0n })
}

/** How many vaults are in each band, and their debt; those without debt are in none. rules.md C10 */
export function bandTotals(
  bands: readonly { readonly band: Band; readonly debt: bigint }[],
): Record<Band, Sum> {
  const none = { vaults: 0, debt: 0n }
  const totals: Record<Band, Sum> = { safe: none, watch: none, danger: none, liquidatable: none }
  for (const { band, debt } of bands) if (debt > 0n) totals[band] = plus(totals[band], { vaults: 1, debt })
  return totals
}

/** Vaults whose distance (WAD of the price) is from one edge up to, not including, the next; below all edges is not told. */
export type Bin = Sum & { readonly from: bigint; readonly to: bigint | undefined }

/** How vaults with debt are spread by the fall they survive. Edges are WAD, ascending. rules.md C10 */
export function spreadOf(
  vaults: readonly { readonly distance: bigint; readonly debt: bigint }[],
  edges: readonly bigint[],
): readonly Bin[] {
  return edges.map((from, place) => {
    const to = edges[place + 1]
    const inside = vaults.filter(
      ({ distance, debt }) => debt > 0n && distance >= from && (to === undefined || distance < to),
    )
    return { from, to, vaults: inside.length, debt: inside.reduce((sum, { debt }) => sum + debt, 0n) }
  })
}

/** All debt of some types beside its collateral and its liquidation ratios. rules.md C9 */
export type Weighted = {
  readonly debt: bigint
  /** CR weighted by debt: what all collateral is worth by all debt, WAD. Rounds down; undefined without debt. */
  readonly ratio: bigint | undefined
  /** LR weighted by debt, WAD. Rounds up; undefined without debt. */
  readonly liquidationRatio: bigint | undefined
}

/** The vaults' CR and LR over types that have a price; what has none is not in it, and must be said. rules.md C9 */
export function weightedOf(
  types: readonly (Position & { readonly price: bigint; readonly liquidationRatio: bigint })[],
): Weighted {
  const debt = types.reduce((sum, type) => sum + type.debt, 0n)
  if (debt === 0n) return { debt, ratio: undefined, liquidationRatio: undefined }
  const worth = types.reduce((sum, { collateral, price }) => sum + collateral * price, 0n)
  const required = types.reduce((sum, type) => sum + type.debt * type.liquidationRatio, 0n)
  return { debt, ratio: worth / debt, liquidationRatio: (required + debt - 1n) / debt }
}

function plus(a: Sum, b: Sum): Sum {
  return { vaults: a.vaults + b.vaults, debt: a.debt + b.debt }
}
