import * as backstop from '../backstop'
import { assetToUsdtDown } from '../backstop-settlement'
import * as tenor from '../backstop-tenor'
import { warrantAllocation, type Staker } from '../backstop-warrants'
import * as musdt from '../musdt'
import * as unlock from '../musdt-unlock'
import { afterSlippageDown } from '../slippage'
import * as tether from '../tether'
import { BPS, DAY_SECONDS, HUNDRED_P, MAX_UINT256, WAD } from '../units'
import { edgeOf } from './cases'
import { formula, quotient, type Formula } from './formula'

/** Every function of DerivedMathHarness.sol: what the app works out by itself, and no contract has. */
export const DERIVED_FORMULAS: readonly Formula[] = [
  formula(
    'warrantAllocation',
    ['count', 'usdt', 'usdt', 'usdt', 'usdt', 'unit', 'usdt'],
    (warrants, s0, s1, s2, s3, addresses, totalShares) => {
      const stakers = [s0, s1, s2, s3].map((shares, place) => ({
        address: addressAt(addresses, place),
        shares,
      }))
      const allocation = warrantAllocation(warrants, stakers, totalShares)
      const of = ({ address, shares }: Staker) => (shares > 0n ? (allocation.get(address) ?? 0n) : 0n)
      const [n0 = 0n, n1 = 0n, n2 = 0n, n3 = 0n] = stakers.map(of)
      return { n0, n1, n2, n3 }
    },
    ([warrants, ...drawn], random) => {
      const unit = drawn[0]
      // Equal and nearly equal positions meet in the same fraction, or within one unit of it.
      const shares = [0, 1, 2, 3].map((place) =>
        random.pick([random.near(unit), unit, quotient(drawn[place] ?? 0n, unit, BPS), random.magnitude(20)]),
      )
      const floored = shares.map((amount) => (amount < 0n ? 0n : amount))
      const total = floored.reduce((sum, amount) => sum + amount, 0n)
      const few = random.pick([random.magnitude(6), warrants, edgeOf(floored[0] ?? 0n, total, random)])
      return [few, ...floored, random.bits(64), total]
    },
  ),
  formula(
    'poolShareAfterDown',
    ['usdt', 'usdt', 'usdt'],
    backstop.poolShareAfterDown,
    ([shares, , others], random) => {
      const deposit = edgeOf(WAD, random.magnitude(30), random)
      return [shares, deposit, shares + others]
    },
  ),
  formula('assetToUsdtDown', ['mstr', 'unit', 'price'], assetToUsdtDown, ([, unit, price], random) => [
    edgeOf(price, unit, random),
    unit,
    price,
  ]),
  formula('maxAssetsForShares', ['usdt', 'perToken'], musdt.maxAssetsForShares, ([, price], random) => [
    random.near(edgeOf(price, WAD, random)),
    price,
  ]),
  formula(
    'maxAssetsBeforeDiscount',
    ['usdt', 'percent'],
    musdt.maxAssetsBeforeDiscount,
    ([, discountP], random) => [random.near(edgeOf(HUNDRED_P, HUNDRED_P + discountP, random)), discountP],
  ),
  formula('effectivePriceUp', ['usdt', 'usdt'], musdt.effectivePriceUp, ([, shares], random) => [
    edgeOf(WAD, shares, random),
    shares,
  ]),
  formula('breakEvenFallPDown', ['usdt', 'usdt'], musdt.breakEvenFallPDown, ([locked], random) => {
    const more = edgeOf(HUNDRED_P, locked, random)
    return [locked, random.pick([random.near(locked), locked - (more > locked ? locked : more)])]
  }),
  formula(
    'redeemableSharesDown',
    ['usdt', 'perToken', 'usdt'],
    musdt.redeemableSharesDown,
    ([requested, price], random) => [requested, price, random.near(quotient(requested, price, WAD))],
  ),
  formula('dailyAllowanceDown', ['usdt', 'percent'], musdt.dailyAllowanceDown, ([, increaseP], random) => [
    edgeOf(increaseP, HUNDRED_P + increaseP, random),
    increaseP,
  ]),
  formula(
    'collateralizationFromPricePDown',
    ['perToken', 'pnl'],
    (price, pnl) => musdt.collateralizationFromPricePDown(price, BigInt.asIntN(256, pnl)),
    ([price], random) => [price, BigInt.asUintN(256, random.near(random.pick([0n, price, -price])))],
  ),
  formula(
    'secondsUntilRoomUp',
    ['usdt', 'usdt', 'usdt'],
    (assets, used, limit) => musdt.secondsUntilRoomUp(assets, used, limit) ?? MAX_UINT256,
    ([, , limit], random) => {
      const missing = random.pick([edgeOf(DAY_SECONDS, limit, random), random.near(0n)])
      const assets = random.pick([random.near(limit), limit / 2n])
      return [assets, limit + missing - assets, limit]
    },
  ),
  formula('afterSlippageDown', ['usdt', 'bps'], afterSlippageDown, ([, bps], random) => [
    edgeOf(BPS - bps, BPS, random),
    bps,
  ]),
  formula(
    'maxBeforeFee',
    ['usdt', 'bps', 'usdt'],
    (arriving, feeBps, maximumFeeUsdt) => tether.maxBeforeFee(arriving, { feeBps, maximumFeeUsdt }),
    ([, bps], random) => {
      const arriving = edgeOf(BPS, BPS - bps, random)
      return [arriving, bps, random.near(quotient(arriving, bps, BPS - bps))]
    },
  ),
  formula(
    'backingAfterExercise',
    ['usdt', 'usdt', 'usdt'],
    tenor.backingAfterExercise,
    ([outstanding, ledger], random) => [outstanding, ledger, random.near(MAX_UINT256 - ledger)],
  ),
  formula(
    'backingAfterConversion',
    ['usdt', 'usdt', 'usdt'],
    tenor.backingAfterConversion,
    ([outstanding, ledger], random) => [outstanding, ledger, random.near(outstanding)],
  ),
  formula(
    'backingAfterEarlyRedemption',
    ['usdt', 'usdt', 'usdt', 'count'],
    (outstanding, ledger, principal, payer) =>
      tenor.backingAfterEarlyRedemption(outstanding, ledger, principal, payer % 2n === 1n),
    ([outstanding, ledger, , payer], random) => [
      outstanding,
      ledger,
      random.near(random.pick([outstanding, ledger])),
      payer,
    ],
  ),
  formula('leftForSale', ['usdt', 'usdt'], tenor.leftForSale, ([limit], random) => [
    limit,
    random.near(limit),
  ]),
  formula(
    'pnlAfterUnlockUp',
    ['pnl', 'usdt', 'usdt'],
    (pnl, discount, supply) => unlock.pnlAfterUnlockUp(BigInt.asIntN(256, pnl), discount, supply),
    ([pnl, , supply], random) => [pnl, edgeOf(WAD, supply, random), supply],
  ),
  formula(
    'priceAtPnl',
    ['perToken', 'pnl'],
    (most, pnl) => unlock.priceAtPnl(most, BigInt.asIntN(256, pnl)),
    ([most], random) => [most, BigInt.asUintN(256, random.near(random.pick([most, 0n])))],
  ),
  formula(
    'isUnlockRefused',
    ['perToken', 'pnl', 'count'],
    (most, pnl, zero) => (unlock.isUnlockRefused(most, BigInt.asIntN(256, pnl), zero % 2n === 1n) ? 1n : 0n),
    ([most, , zero], random) => [most, BigInt.asUintN(256, random.near(random.pick([most, 0n]))), zero],
  ),
]

/** The 16-bit part of a word as an address. */
function addressAt(addresses: bigint, place: number): `0x${string}` {
  return `0x${((addresses >> BigInt(16 * place)) & 0xffffn).toString(16).padStart(40, '0')}`
}
