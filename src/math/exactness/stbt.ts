import { DAY_SECONDS, WAD } from '../units'
import { edgeOf, type Random } from './cases'
import { formula, quotient, type Formula } from './formula'
import * as days from '../stbt-days'
import * as interest from '../stbt-interest'
import * as requests from '../stbt-requests'
import * as shares from '../stbt-shares'

export const signed = (word: bigint) => BigInt.asIntN(256, word)
export const word = (value: bigint) => BigInt.asUintN(256, value)

/** How many digits a coin may be away from 18: USDT and USDC 12, GUSD 16. */
export const unitOf = (random: Random) => 10n ** BigInt(random.pick([0, 12, 16, 1]))

/** A supply next to its shares: at par, a little above it, a little below. */
const nearPar = (totalShares: bigint, random: Random) =>
  random.pick([totalShares, totalShares + random.magnitude(80), totalShares - random.magnitude(40)])

/** Seconds next to a change of New York's clock, its midnight or the turn of a year, up to the year 2099. */
const timeNearChange = (random: Random) => {
  const year = 1_461n * BigInt(random.below(32)) + BigInt(365 * random.below(4))
  const hour = 3_600n * BigInt(random.pick([0, 4, 5, 6, 7]))
  return random.near(DAY_SECONDS * (year + BigInt(random.below(366))) + hour)
}

/** Every function of StbtMath.sol and NewYorkDay.sol. */
export const STBT_FORMULAS: readonly Formula[] = [
  formula('sharesDown', ['mstr', 'mstr', 'mstr'], shares.sharesDown, ([, , all], random) => {
    const supply = nearPar(all, random)
    return [edgeOf(all, supply, random), supply, all]
  }),
  formula('sharesUp', ['mstr', 'mstr', 'mstr'], shares.sharesUp, ([, , all], random) => {
    const supply = nearPar(all, random)
    return [edgeOf(all, supply, random), supply, all]
  }),
  formula('amountDown', ['mstr', 'mstr', 'mstr'], shares.amountDown, ([, , all], random) => {
    const supply = nearPar(all, random)
    return [edgeOf(supply, all, random), supply, all]
  }),
  formula('mostInterestDown', ['mstr', 'perToken'], interest.mostInterestDown, ([, ratio], random) => [
    edgeOf(ratio, WAD, random),
    ratio,
  ]),
  formula(
    'absorb',
    ['pnl', 'pnl', 'mstr'],
    (carry, reported, most) => interest.absorb(signed(carry), signed(reported), most),
    ([carry, , most], random) => [
      carry,
      word(random.near(random.pick([0n, most]) - signed(carry))),
      random.pick([most, 0n]),
    ],
  ),
  formula(
    'proposedDown',
    ['mstr', 'perToken', 'count', 'unit'],
    (deposit, fee, scale, unit) => requests.proposedDown(deposit, fee, { isDivided: scale !== 0n, unit }),
    ([, fee, scale], random) => {
      const rate = random.pick([0n, quotient(WAD, 1n, 1_000n), fee])
      return [edgeOf(WAD - rate, WAD, random), rate, scale % 2n, unitOf(random)]
    },
  ),
  formula(
    'scaledDown',
    ['mstr', 'count', 'unit'],
    (amount, scale, unit) => requests.scaledDown(amount, { isDivided: scale !== 0n, unit }),
    ([, scale], random) => {
      const unit = unitOf(random)
      return [edgeOf(1n, unit, random), scale % 2n, unit]
    },
  ),
  formula('newYorkDay', ['time'], days.newYorkDay, (_, random) => [timeNearChange(random)]),
  formula(
    'isSummerTime',
    ['time'],
    (time) => (days.isSummerTime(time) ? 1n : 0n),
    (_, random) => [timeNearChange(random)],
  ),
]
