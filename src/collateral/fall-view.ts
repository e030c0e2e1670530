import { fallenDown, liquidatedAt, liquidatedByFall, type Sum } from '../math/collateral-risk'
import { displayRatio } from '../math/amount'
import { BPS, WAD } from '../math/units'
import type { ChartPoint } from '../ui/chart'
import type { TypeRisk } from './risk-view'
import { t } from '../words/t'

/** What is liquidated if the prices of these types all fall by so much. rules.md C9 */
export const liquidatedIn = (types: readonly TypeRisk[], fallBps: bigint): Sum =>
  liquidatedByFall(types, fallBps)

/** What of a type is liquidated at a price (WAD). rules.md C6 */
export const liquidatedAtPrice = ({ staircase }: TypeRisk, price: bigint): Sum =>
  liquidatedAt(staircase, price)

/** The fall from one price to another, basis points; what is left of a basis point is one. */
export function fallBpsOf(to: bigint, from: bigint): bigint {
  return to >= from ? 0n : ((from - to) * BPS + from - 1n) / from
}

/** Debt by fall (basis points), one point at each step, from now to a fall to nothing. */
export function pictureOf(types: readonly TypeRisk[]): readonly ChartPoint[] {
  const steps = types
    .flatMap(({ risks }) => risks)
    .map(({ distance, debt }) => ({ x: (distance * BPS) / WAD, debt }))
    .sort((a, b) => (a.x < b.x ? -1 : a.x > b.x ? 1 : 0))
  const points = new Map<bigint, bigint>([[0n, liquidatedIn(types, 0n).debt]])
  let sum = 0n
  for (const { x, debt } of steps) {
    sum += debt
    // A vault that is exactly at its limit is not liquidated now.
    if (x > 0n) points.set(x, sum)
  }
  points.set(BPS, sum)
  return [...points].map(([x, y]) => ({ x, y }))
}

/** One fall, with what it liquidates. */
export type FallRow = {
  readonly key: string
  readonly label: string
  /** Of the only type that is shown. */
  readonly price: bigint | undefined
  readonly sum: Sum
  readonly all: bigint
}

const FALLS = [500n, 1_000n, 1_500n, 2_000n, 3_000n, 5_000n] as const

/** Now, at the next prices where any is queued, and by falls of the current ones. rules.md C10 */
export function fallsOf(types: readonly TypeRisk[], only: TypeRisk | undefined): readonly FallRow[] {
  const all = types.reduce((sum, { debt }) => sum + debt, 0n)
  const row = (key: string, label: string, price: bigint | undefined, sum: Sum): FallRow => {
    return { key, label, price, sum, all }
  }
  const hasNext = types.some(({ next }) => next > 0n)
  const atNext = types.map((type) => liquidatedAt(type.staircase, type.next > 0n ? type.next : type.price))
  return [
    row('now', t`Now`, only?.price, liquidatedIn(types, 0n)),
    ...(hasNext ? [row('next', t`Next prices`, only?.next, added(atNext))] : []),
    ...FALLS.map((fall) =>
      row(
        `${fall}`,
        `−${displayRatio(fall, BPS)}`,
        only && fallenDown(only.price, fall),
        liquidatedIn(types, fall),
      ),
    ),
  ]
}

function added(sums: readonly Sum[]): Sum {
  return {
    vaults: sums.reduce((sum, { vaults }) => sum + vaults, 0),
    debt: sums.reduce((sum, { debt }) => sum + debt, 0n),
  }
}
