/**
 * How fast the reserve grows, as an estimate and never as a promise. Its assumption is in every name and type here: the
 * price of XTZ stays as it is, and all earnings are kept. rules.md S12
 */
import { valueDown } from './silos'
import type { Books } from './silos-state'
import { mulDivDown, saturatingSubtract, uint256 } from './uint256'
import { BPS, WAD } from './units'

/** Cycles, 1e18 = 1, where the price of XTZ stays and all earnings are kept; undefined where nothing grows. */
export type CyclesAtConstantPrice = bigint | undefined

/** What a silo earns per cycle, WAD (1e18 = 100%): lending of USDC and baking of XTZ. */
export type EarningRates = { readonly lending: bigint; readonly baking: bigint }

/**
 * r, the growth of all four silos per cycle at a constant price (WAD); undefined for an empty reserve. Rounds down.
 * rules.md S12
 */
export function growthAtConstantPriceDown(
  books: Pick<Books, 'f1' | 'x2' | 'f3' | 'x4'>,
  price: bigint,
  { lending, baking }: EarningRates,
): bigint | undefined {
  const usd = books.f1 + books.f3
  const inXtz = valueDown(books.x2, price) + valueDown(books.x4, price)
  if (usd + inXtz === 0n) return undefined
  return mulDivDown(1n, uint256(lending * usd + baking * inXtz), usd + inXtz)
}

/** Td = ln 2 / ln(1 + r): cycles in which the reserve doubles. To the nearest 1e-15. rules.md S12 */
export function doublingCyclesAtConstantPrice(growth: bigint): CyclesAtConstantPrice {
  return cyclesBetweenAtConstantPrice(WAD, 2n * WAD, growth)
}

/**
 * ln(to / from) / ln(1 + r): cycles from one ratio to another, of any unit; 0 where it is reached already. To the nearest
 * 1e-15. rules.md S12
 */
export function cyclesBetweenAtConstantPrice(
  from: bigint,
  to: bigint,
  growth: bigint,
): CyclesAtConstantPrice {
  if (from <= 0n || growth <= 0n) return undefined
  if (to <= from) return 0n
  return (ln(to, from) * WAD) / ln(WAD + growth, WAD)
}

/**
 * Whole cycles until the reserve has doubled, by exact compounding of whole basis points a cycle: no logarithm, no
 * rounding; undefined where nothing grows. rules.md S12
 */
export function wholeCyclesToDouble(growthBps: bigint): bigint | undefined {
  if (growthBps <= 0n) return undefined
  let [grown, whole, cycles] = [1n, 1n, 0n]
  while (grown < 2n * whole) {
    grown *= BPS + growthBps
    whole *= BPS
    cycles += 1n
  }
  return cycles
}

/** The fall of XTZ (WAD of its price) at which Silo 2 is no more worth the supply: minting stops. Rounds down. rules.md S4 */
export function fallUntilSilo2IsShortDown(x2: bigint, price: bigint, supply: bigint): bigint {
  const value = valueDown(x2, price)
  return value === 0n ? 0n : mulDivDown(saturatingSubtract(value, supply), WAD, value)
}

/** Digits beyond WAD that logarithms are worked out with. */
const GUARD = 10n ** 12n

/** Natural logarithm of `a / b`, a ≥ b > 0, WAD with guard digits: ln q = 2 artanh((q − 1) / (q + 1)), after halvings. */
function ln(a: bigint, b: bigint): bigint {
  const one = WAD * GUARD
  let [denominator, halvings] = [b, 0n]
  while (a >= 2n * denominator) {
    denominator *= 2n
    halvings += 1n
  }
  return artanhTwice(((a - denominator) * one) / (a + denominator), one) + halvings * ln2(one)
}

function ln2(one: bigint): bigint {
  return artanhTwice(one / 3n, one)
}

/** 2 artanh(x) as its series: x + x³/3 + x⁵/5 + … */
function artanhTwice(x: bigint, one: bigint): bigint {
  let [power, sum] = [x, 0n]
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd
    power = (((power * x) / one) * x) / one
  }
  return 2n * sum
}
