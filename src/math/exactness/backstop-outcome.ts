import * as outcome from '../backstop-outcome'
import { worstOfStakeUp } from '../backstop-worst'
import { BPS } from '../units'
import { edgeOf, type Random } from './cases'
import { formula, quotient, type Formula } from './formula'

const bpsOf = (random: Random) => random.pick([0n, BPS, BigInt(random.below(10_001))])
const priceOf = (random: Random) => random.pick([random.magnitude(40), random.magnitude(18) * 10n ** 6n])

/** Every function of BackstopOutcomeHarness.sol. */
export const BACKSTOP_OUTCOME_FORMULAS: readonly Formula[] = [
  formula(
    'stakeOutcomeDown',
    [
      ...(['bps', 'bps', 'bps', 'bps', 'usdt', 'usdt', 'usdt', 'usdt'] as const),
      ...(['usdt', 'usdt', 'bps', 'bps', 'price', 'price', 'price', 'bps'] as const),
    ],
    (
      coverageBps,
      upfrontBps,
      warrantBps,
      compensationBps,
      minSaleUsdt,
      maxSaleUsdt,
      warrantParUsdt,
      reserveUsdt,
      ...rest
    ) => {
      const [
        totalShares,
        shares,
        soldBps,
        exercisedBps,
        reservePriceUsdt,
        mstrPriceUsdt,
        btcPriceUsdt,
        paidBps,
      ] = rest
      const sale = { coverageBps, minSaleUsdt, maxSaleUsdt, reserveUsdt }
      const terms = { ...sale, upfrontBps, warrantBps, compensationBps, warrantParUsdt }
      const prices = { reservePriceUsdt, mstrPriceUsdt, btcPriceUsdt }
      const future = { ...prices, soldBps, exercisedBps, paidBps }
      const { backUsdt, upfrontUsdt, warrants, targetUsdt, mstr, btc, totalUsdt, lostUsdt } =
        outcome.stakeOutcomeDown(terms, totalShares, shares, future)
      return { backUsdt, upfrontUsdt, warrants, targetUsdt, mstr, btc, totalUsdt, lostUsdt }
    },
    (_, random) => {
      const coverage = random.pick([BPS, BPS + random.bits(13)])
      const totalShares = random.magnitude(50) + 1n
      const capacity = quotient(totalShares, BPS, coverage)
      return [
        ...[coverage, bpsOf(random), bpsOf(random), random.pick([9_000n, BPS, bpsOf(random)])],
        ...[random.pick([0n, random.near(capacity)]), random.near(capacity)],
        ...[random.pick([1n, 10n ** 9n, random.magnitude(30)]), random.magnitude(44)],
        ...[totalShares, random.bits(52) % (totalShares + 1n)],
        ...[bpsOf(random), bpsOf(random), priceOf(random), priceOf(random), priceOf(random), bpsOf(random)],
      ]
    },
  ),
  formula(
    'worstOfStakeUp',
    ['usdt', 'bps', 'usdt', 'bps', 'bps'],
    worstOfStakeUp,
    ([, coverage, , upfront, compensation], random) => {
      const shares = edgeOf(BPS, coverage, random)
      return [shares, coverage, random.near(quotient(shares, BPS, coverage)), upfront, compensation]
    },
  ),
  formula(
    'treasuryNeedUp',
    ['usdt', 'bps', 'mstr', 'usdt', 'price', 'price'],
    outcome.treasuryNeedUp,
    ([used, compensation, reserved, , mstrPrice, btcPrice], random) => {
      const target = quotient(used, compensation, BPS)
      const uncovered = target - quotient(reserved, mstrPrice, 10n ** 18n)
      const owed = quotient(uncovered < 0n ? 0n : uncovered, 10n ** 8n, btcPrice)
      return [used, compensation, reserved, random.near(owed), random.pick([0n, mstrPrice]), btcPrice]
    },
  ),
  formula(
    'realizedDown',
    ['usdt', 'usdt', 'usdt', 'usdt'],
    outcome.realizedDown,
    ([, totalShares, used, paid], random) => {
      const spent = random.pick([used % (totalShares + 1n), random.near(totalShares), 0n])
      return [edgeOf(totalShares - spent + paid, totalShares, random), totalShares, spent, paid]
    },
  ),
]
