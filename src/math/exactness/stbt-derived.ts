import { BPS, DAY_SECONDS, WAD } from '../units'
import { edgeOf, type Random } from './cases'
import { formula, type Formula } from './formula'
import { signed, unitOf, word } from './stbt'
import * as banking from '../stbt-banking-days'
import * as days from '../stbt-days'
import * as interest from '../stbt-interest'
import * as requests from '../stbt-requests'
import * as shares from '../stbt-shares'
import * as yields from '../stbt-yield'

const LAST_DAY = 84_005

/** Seconds of some days, give or take a second. */
const periodOf = (random: Random) => random.near(DAY_SECONDS * BigInt(1 + random.below(10)))

const dayOf = (random: Random) => BigInt(random.below(LAST_DAY - 600))
const priceOf = (random: Random) => WAD + (WAD / BPS) * BigInt(random.below(201) - 100)

/** Every function of StbtDerivedHarness.sol: what the app works out by itself, and no contract has. */
export const STBT_DERIVED_FORMULAS: readonly Formula[] = [
  formula('maxTransfer', ['mstr', 'mstr', 'mstr'], shares.maxTransfer, ([, , all], random) => {
    const supply = random.pick([all, all + random.magnitude(80), all - random.magnitude(40)])
    return [edgeOf(supply, all, random), supply, all]
  }),
  formula('unwrapDown', ['mstr', 'mstr', 'mstr'], shares.unwrapDown, ([, , all], random) => {
    const supply = random.pick([all, all + random.magnitude(80), all - random.magnitude(40)])
    return [edgeOf(supply, all, random), supply, all]
  }),
  formula('executionPriceDown', ['perToken', 'perToken'], requests.executionPriceDown, (_, random) => {
    const previous = priceOf(random)
    return [random.pick([priceOf(random), edgeOf(WAD, previous, random)]), previous]
  }),
  formula(
    'redemptionDown',
    ['mstr', 'perToken', 'perToken', 'perToken', 'count', 'unit'],
    (amount, price, fee, conversion, scale, unit) =>
      requests.redemptionDown(amount, price, fee, conversion, { isDivided: scale !== 0n, unit }),
    (_, random) => {
      const price = random.pick([WAD, priceOf(random)])
      const amount = edgeOf(price, WAD, random)
      const rate = () => random.pick([0n, WAD / 1_000n, WAD, WAD + 1n, random.bits(52), WAD / 20n])
      return [amount, price, rate(), rate(), BigInt(random.below(2)), unitOf(random)]
    },
  ),
  formula('serviceFeeDown', ['mstr', 'perToken', 'count'], interest.serviceFeeDown, (_, random) => {
    const count = BigInt(random.below(400))
    const rate = random.pick([WAD / 1_000n, random.bits(60)])
    return [edgeOf(rate * count, 365n * WAD, random), rate, count]
  }),
  formula(
    'accruedTowardsZero',
    ['mstr', 'growth', 'seconds', 'seconds'],
    interest.accruedTowardsZero,
    ([balance, growth], random) => [
      random.pick([balance, random.magnitude(100)]),
      growth,
      periodOf(random),
      periodOf(random),
    ],
  ),
  formula(
    'grownDown',
    ['growth', 'pnl', 'mstr'],
    (growth, change, before) => yields.grownDown(growth, signed(change), before),
    ([growth], random) => {
      const before = random.magnitude(100)
      const change = random.pick([random.magnitude(80), -random.magnitude(80), -before, 1n - before])
      return [growth, word(random.near(change)), before]
    },
  ),
  formula('yearlyYield', ['growth', 'seconds'], yields.yearlyYield, ([growth], random) => [
    random.pick([growth, WAD * WAD * 2n]),
    random.pick([periodOf(random), random.near(365n * DAY_SECONDS), random.magnitude(40)]),
  ]),
  formula('newYorkMidnight', ['count'], days.newYorkMidnight, (_, random) => [BigInt(random.below(47_000))]),
  formula(
    'isBankingDay',
    ['count'],
    (day) => (banking.isBankingDay(day) ? 1n : 0n),
    (_, random) => [BigInt(random.below(LAST_DAY + 3))],
  ),
  formula('bankingDayFrom', ['count'], banking.bankingDayFrom, (_, random) => [
    random.pick([dayOf(random), BigInt(LAST_DAY - random.below(9))]),
  ]),
  formula('addBankingDays', ['count', 'count'], banking.addBankingDays, (_, random) => [
    dayOf(random),
    BigInt(random.pick([0, 1, 4, 5, random.below(30)])),
  ]),
  formula('bankingDaysBetween', ['count', 'count'], banking.bankingDaysBetween, (_, random) => {
    const day = dayOf(random)
    return [day, day + BigInt(random.pick([0, 1, 7, 30, 366, 367]))]
  }),
]
