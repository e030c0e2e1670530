/**
 * The yield of STBT over the last seven days, made a year's. Growth is what a supply was multiplied by, 1e36 = unchanged.
 * rules.md T12
 */
import { int256, mulDivDown, requireUint256, uint256 } from './uint256'
import { DAY_SECONDS, WAD } from './units'

const UNCHANGED = 10n ** 36n
const YEAR_SECONDS = 365n * DAY_SECONDS
/** Beyond a ten-thousandfold, or below a ten-thousandth, a rate says nothing. */
const MOST = 10_000n
const LONGEST_SECONDS = 2n ** 64n - 1n
/** Yields are told to 12 decimals. */
const STEP = 10n ** 6n

/** One distribution of interest, or a report of which all was carried (interest 0). Times are unix seconds. */
export type Distribution = {
  readonly interest: bigint
  readonly supplyBefore: bigint
  readonly from: bigint
  readonly to: bigint
}

/** What the supply was multiplied by in the distributions of a week, and the seconds they are for. */
export type Growth = { readonly growth: bigint; readonly seconds: bigint }

/** Growth after one more distribution. Rounds down. Throws where the supply was 0 or would be less than 0. rules.md T12 */
export function grownDown(growth: bigint, interest: bigint, supplyBefore: bigint): bigint {
  return mulDivDown(growth, uint256(uint256(supplyBefore) + int256(interest)), supplyBefore)
}

/**
 * Growth by the distributions whose period ends in the seven days before `now` (unix seconds); undefined for fewer than
 * two, for periods that add up to nothing, and where a supply was 0. rules.md T12
 */
export function weeklyGrowth(distributions: readonly Distribution[], now: bigint): Growth | undefined {
  const week = distributions.filter(({ to }) => to >= now - 7n * DAY_SECONDS && to < now)
  const seconds = week.reduce((sum, { from, to }) => sum + to - from, 0n)
  if (week.length < 2 || seconds <= 0n) return undefined
  if (week.some(({ supplyBefore, interest }) => supplyBefore === 0n || supplyBefore + interest <= 0n))
    return undefined
  const growth = week.reduce(
    (sum, { interest, supplyBefore }) => grownDown(sum, interest, supplyBefore),
    UNCHANGED,
  )
  return { growth, seconds }
}

/**
 * `growth` to the power of a year over `seconds`, less 1: a yield by compounding, 1e18 = 100%, negative included. Rounded
 * to 12 decimals. Throws where growth, or the year's, is beyond a ten-thousandfold either way, and at 0 seconds.
 * rules.md T12
 */
export function yearlyYield(growth: bigint, seconds: bigint): bigint {
  requireUint256(growth, seconds)
  if (growth < UNCHANGED / MOST || growth > UNCHANGED * MOST)
    throw new RangeError('The supply changed too much for a yearly rate.')
  if (seconds === 0n || seconds > LONGEST_SECONDS)
    throw new RangeError('There is no period to take a rate of.')
  const factor = exponential((logarithm(growth * (FINE / UNCHANGED)) * YEAR_SECONDS) / seconds)
  if (factor > MOST * FINE) throw new RangeError('The supply changed too much for a yearly rate.')
  const step = (FINE / WAD) * STEP
  return ((factor + step / 2n) / step) * STEP - WAD
}

/** Fixed point of the series below: more digits than the result needs by far. */
const FINE = 10n ** 66n

/** Natural logarithm of a positive number, by the series of the inverse hyperbolic tangent. */
function logarithm(x: bigint): bigint {
  let twos = 0n
  let rest = x
  for (; rest > (FINE * 3n) / 2n; twos++) rest /= 2n
  for (; rest < (FINE * 3n) / 4n; twos--) rest *= 2n
  return twos * twiceInverseTanh(FINE / 3n) + twiceInverseTanh(((rest - FINE) * FINE) / (rest + FINE))
}

function twiceInverseTanh(y: bigint): bigint {
  const square = (y * y) / FINE
  let sum = 0n
  for (let power = y, odd = 1n; power !== 0n; power = (power * square) / FINE, odd += 2n) sum += power / odd
  return 2n * sum
}

/** e^x by its series at a 4096th of x, squared twelve times. Above e^10 it only says "more than that". */
function exponential(x: bigint): bigint {
  if (x < -200n * FINE) return 0n
  if (x > 10n * FINE) return 20_000n * FINE
  const part = x / 4096n
  let sum = 0n
  for (let term = FINE, n = 1n; term !== 0n; term = (term * part) / (FINE * n), n++) sum += term
  for (let squarings = 0; squarings < 12; squarings++) sum = (sum * sum) / FINE
  return sum
}
