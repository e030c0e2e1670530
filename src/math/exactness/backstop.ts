import * as backstop from '../backstop'
import * as release from '../backstop-release'
import * as settlement from '../backstop-settlement'
import * as warrants from '../backstop-warrants'
import { edgeOf } from './cases'
import { formula, quotient, type Formula } from './formula'
import { BPS } from '../units'

/** Every function of BackstopMath.sol. */
export const BACKSTOP_FORMULAS: readonly Formula[] = [
  formula('capacityDown', ['usdt', 'bps'], backstop.capacityDown, ([, coverageBps], random) => [
    edgeOf(BPS, coverageBps, random),
    coverageBps,
  ]),
  formula(
    'saleLimitDown',
    ['usdt', 'bps', 'usdt', 'usdt'],
    backstop.saleLimitDown,
    ([totalShares, coverageBps], random) => {
      const covered = quotient(totalShares, BPS, coverageBps)
      return [totalShares, coverageBps, random.near(covered), random.near(covered)]
    },
  ),
  formula('requiredForUp', ['usdt', 'bps'], backstop.requiredForUp, ([, coverageBps], random) => [
    edgeOf(coverageBps, BPS, random),
    coverageBps,
  ]),
  formula(
    'requiredAfterUp',
    ['usdt', 'usdt', 'usdt', 'bps'],
    release.requiredAfterUp,
    ([, , ledgerUsdt, coverageBps], random) => {
      const uncovered = random.below(4) === 0 ? random.near(0n) : edgeOf(coverageBps, BPS, random)
      const required = random.near(quotient(uncovered, coverageBps, BPS))
      return [required, ledgerUsdt + uncovered, ledgerUsdt, coverageBps]
    },
  ),
  formula('proRataDown', ['mstr', 'usdt', 'usdt'], backstop.proRataDown, ([total, , totalShares], random) => [
    total,
    edgeOf(total, totalShares, random),
    totalShares,
  ]),
  formula(
    'entitlementDown',
    ['usdt', 'usdt', 'usdt'],
    release.entitlementDown,
    ([shares, others], random) => {
      const released = random.pick([random.near(0n), quotient(shares + others, random.bits(14), BPS), others])
      return [edgeOf(released, shares + others, random), shares + others, shares + others - released]
    },
  ),
  formula(
    'claimableDown',
    ['usdt', 'usdt', 'usdt', 'usdt'],
    release.claimableDown,
    ([shares, others, part], random) => {
      const totalShares = shares + others
      const required = totalShares === 0n ? 0n : part % (totalShares + 1n)
      const entitled = quotient(totalShares - required, shares, totalShares)
      return [shares, totalShares, required, random.pick([random.near(entitled), entitled / 2n, 0n])]
    },
  ),
  formula('upfrontUsdtDown', ['usdt', 'bps'], backstop.upfrontUsdtDown, ([, upfrontBps], random) => [
    edgeOf(upfrontBps, BPS, random),
    upfrontBps,
  ]),
  formula(
    'usdtToAssetDown',
    ['usdt', 'unit', 'price'],
    settlement.usdtToAssetDown,
    ([, unit, priceUsdt], random) => [edgeOf(unit, priceUsdt, random), unit, priceUsdt],
  ),
  formula(
    'warrantCountDown',
    ['usdt', 'bps', 'usdt'],
    backstop.warrantCountDown,
    ([, warrantBps, par], random) => [edgeOf(warrantBps, BPS * par, random), warrantBps, par],
  ),
  formula(
    'warrantFraction',
    ['count', 'usdt', 'usdt'],
    warrants.warrantFraction,
    ([, shares, totalShares], random) => [edgeOf(shares, totalShares, random), shares, totalShares],
  ),
  formula('reservedMstrDown', ['usdt', 'price'], settlement.reservedMstrDown, ([, priceUsdt], random) => [
    edgeOf(backstop.MSTR_UNIT, priceUsdt, random),
    priceUsdt,
  ]),
  formula('settlement', ['usdt', 'usdt'], settlement.settlement, ([outstanding], random) => [
    outstanding,
    random.near(outstanding),
  ]),
  formula(
    'compensation',
    ['usdt', 'bps', 'mstr', 'price', 'price'],
    settlement.compensation,
    ([used, compensationBps, reserved, mstrPrice, btcPrice], random) => {
      const target = quotient(used, compensationBps, BPS)
      switch (random.below(3)) {
        case 0: {
          // A reserve worth the target, give or take its last unit.
          const worthTarget = random.near(quotient(target, backstop.MSTR_UNIT, mstrPrice))
          return [used, compensationBps, random.near(worthTarget), mstrPrice, btcPrice]
        }
        case 1:
          // MSTR without a remainder.
          return [
            edgeOf(backstop.MSTR_UNIT, mstrPrice, random),
            BPS,
            reserved * backstop.MSTR_UNIT,
            mstrPrice,
            btcPrice,
          ]
        default:
          // BTC without a remainder.
          return [edgeOf(backstop.BTC_UNIT, btcPrice, random), BPS, 0n, mstrPrice, btcPrice]
      }
    },
  ),
]
