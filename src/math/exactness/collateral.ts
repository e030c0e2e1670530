import * as collateral from '../collateral'
import { RAY, USD_UNIT } from '../collateral'
import { BPS, WAD } from '../units'
import { edgeOf, type Random } from './cases'
import { formula, quotient, type Formula } from './formula'

const signed = (word: bigint) => BigInt.asIntN(256, word)
const word = (value: bigint) => BigInt.asUintN(256, value)
const bit = (claim: boolean) => (claim ? 1n : 0n)
const positive = (value: bigint) => (value < 0n ? 0n : value)

/** An `x` next to the one with `x · y = z`. */
const balancing = (y: bigint, z: bigint, random: Random) => random.near(quotient(z, 1n, y))

/** Every function of CollateralMath.sol. */
export const COLLATERAL_FORMULAS: readonly Formula[] = [
  formula('backingDown', ['token', 'usdt', 'usdPrice'], collateral.backingDown, ([, usd, price], random) => [
    edgeOf(price, WAD, random),
    usd,
    price,
  ]),
  formula('ratioDown', ['token', 'token'], collateral.ratioDown, ([, outstanding], random) => [
    edgeOf(WAD, outstanding, random),
    outstanding,
  ]),
  formula(
    'isBacked',
    ['token', 'signedToken', 'ratio'],
    (backing, outstanding, ratio) => bit(collateral.isBacked(backing, signed(outstanding), ratio)),
    ([, outstanding, ratio], random) => {
      // Exactly at the ratio, give or take a unit of backing.
      const whole = random.pick([signed(outstanding), random.magnitude(40) * WAD])
      return [random.near(quotient(ratio, whole, WAD)), word(whole), ratio]
    },
  ),
  formula('mintedDown', ['token', 'usdPrice'], collateral.mintedDown, ([, low], random) => [
    edgeOf(low, WAD, random),
    low,
  ]),
  formula(
    'redeemedValueDown',
    ['token', 'token', 'signedToken'],
    (tusdt, backing, outstanding) => collateral.redeemedValueDown(tusdt, backing, signed(outstanding)),
    ([, backing], random) => {
      const outstanding = random.pick([random.near(backing), backing + random.magnitude(80)])
      return [edgeOf(backing, outstanding, random), backing, word(outstanding)]
    },
  ),
  formula('taoOfDown', ['token', 'usdPrice'], collateral.taoOfDown, ([, high], random) => [
    edgeOf(WAD, high, random),
    high,
  ]),
  formula('usdOfDown', ['token'], collateral.usdOfDown, (_, random) => [edgeOf(1n, USD_UNIT, random)]),
  formula('surplusCostUp', ['token'], collateral.surplusCostUp, (_, random) => [
    edgeOf(1n, USD_UNIT, random),
  ]),
  formula(
    'dayCapDown',
    ['token', 'signedToken', 'signedToken', 'ratio', 'ratio'],
    (backing0, outstanding0, added, target, safety) =>
      collateral.dayCapDown(backing0, signed(outstanding0), signed(added), target, safety),
    ([, outstanding0, added, target], random) => {
      const safety = random.pick([WAD, (WAD * 7n) / 10n, 1n, random.bits(59)])
      const inflow = signed(added)
      const weighted = inflow > 0n ? safety * inflow : WAD * inflow
      // Room for a few units, or none, or one that just fits a word.
      const room = random.pick([edgeOf(1n, target - WAD, random), random.near(0n), 2n ** 255n])
      const backing0 = quotient(target * signed(outstanding0) - weighted + room, 1n, WAD)
      return [random.near(backing0), outstanding0, added, target, safety]
    },
  ),
  formula(
    'levelPriceUp',
    ['token', 'usdt', 'signedToken', 'ratio'],
    (tao, usd, outstanding, level) => collateral.levelPriceUp(tao, usd, signed(outstanding), level),
    ([tao, usd, , level], random) => {
      // What is wanted beyond the USD: nothing, a unit, or a multiple of the TAO there is.
      const beyond = random.pick([random.near(0n), edgeOf(1n, tao, random), random.magnitude(80)])
      return [tao, usd, quotient(usd * USD_UNIT + beyond, WAD, level), level]
    },
  ),
  formula(
    'saleFloorUp',
    ['usdPrice', 'token', 'token'],
    collateral.saleFloorUp,
    ([price, , backing], random) => [price, edgeOf(price, backing, random), backing],
  ),
  formula(
    'saleNeedUp',
    ['token', 'token', 'ratio', 'usdPrice', 'usdPrice'],
    collateral.saleNeedUp,
    ([, outstanding, recovery, , price], random) => {
      const whole = quotient(recovery, outstanding, WAD)
      const short = random.pick([
        0n,
        1n,
        random.magnitude(60),
        quotient(whole, BigInt(random.below(999)), 999n),
      ])
      const backing = whole - short
      // At the price where a sale begins to help, at the floor, or above both.
      const least = random.pick([quotient(price, WAD, recovery), quotient(price, outstanding, backing)])
      const salePrice = random.pick([random.near(least), least + 2n + random.magnitude(60), price + least])
      return [positive(backing), outstanding, recovery, salePrice, price]
    },
  ),
  formula(
    'saleTakeOf',
    ['token', 'token', 'token', 'usdPrice', 'usdPrice'],
    (ask, lot, need, salePrice, price) => collateral.saleTakeOf(ask, lot, need, salePrice, price),
    ([ask, lot, , salePrice, price], random) => {
      const worth = quotient(lot, salePrice, WAD)
      const need = random.near(random.pick([worth, WAD, worth / 2n, worth + WAD, 2n * WAD]))
      const unit = quotient(WAD, 1n, price) + 1n
      const asked = random.pick([lot, quotient(need, WAD, salePrice), unit, lot === 0n ? 0n : ask % lot])
      return [
        random.near(asked),
        lot,
        positive(need),
        salePrice,
        random.pick([price, random.near(WAD), salePrice]),
      ]
    },
  ),
  formula('rateAfter', ['rate', 'feeRay', 'seconds'], collateral.rateAfter, ([, feeRay], random) => [
    edgeOf(random.pick([feeRay, RAY]), RAY, random),
    feeRay,
    random.pick([0n, 1n, 2n, 3n, random.magnitude(10), random.magnitude(22)]),
  ]),
  formula('debtUp', ['token', 'rate'], collateral.debtUp, ([, rate], random) => [
    edgeOf(rate, RAY, random),
    rate,
  ]),
  formula('drawnArtUp', ['token', 'rate'], collateral.drawnArtUp, ([, rate], random) => [
    edgeOf(RAY, rate, random),
    rate,
  ]),
  formula('clearedArtDown', ['token', 'rate'], collateral.clearedArtDown, ([, rate], random) => [
    edgeOf(RAY, rate, random),
    rate,
  ]),
  formula(
    'isSafe',
    ['token', 'token', 'usdPrice', 'ratio'],
    (debt, held, price, ratio) => bit(collateral.isSafe(debt, held, price, ratio)),
    ([debt, held, price, ratio], random) =>
      random.pick([
        [balancing(ratio, held * price, random), held, price, ratio],
        [debt, balancing(price, debt * ratio, random), price, ratio],
        [debt, held, balancing(held, debt * ratio, random), ratio],
        [price, ratio, ratio, random.near(price)],
      ]),
  ),
  formula(
    'liquidationPriceUp',
    ['token', 'token', 'ratio'],
    collateral.liquidationPriceUp,
    ([, held, ratio], random) => [edgeOf(ratio, held, random), held, ratio],
  ),
  formula(
    'maxDrawDown',
    ['token', 'rate', 'token', 'token', 'usdPrice', 'ratio'],
    collateral.maxDrawDown,
    ([, rate, late, held, low, ratio], random) => {
      const most = quotient(held, low, ratio)
      const fees = random.pick([random.near(most), late % 1_000n, late])
      const mostArt = quotient(positive(most - fees), RAY, rate)
      const art = random.pick([random.near(mostArt), positive(mostArt - edgeOf(rate, RAY, random))])
      return [art, rate, fees, held, low, ratio]
    },
  ),
  formula(
    'maxWithdrawDown',
    ['token', 'token', 'usdPrice', 'ratio'],
    collateral.maxWithdrawDown,
    ([, , low, ratio], random) => {
      const debt = random.pick([0n, edgeOf(ratio, low, random)])
      return [debt, random.near(quotient(debt, ratio, low) + random.magnitude(40)), low, ratio]
    },
  ),
  formula('paymentOf', ['token', 'token', 'token'], collateral.paymentOf, ([, debt, dust], random) => [
    random.near(random.pick([debt, debt - dust, 0n])),
    random.pick([debt, random.near(dust)]),
    dust,
  ]),
  formula('lateFeeUp', ['token', 'bps'], collateral.lateFeeUp, ([, bps], random) => [
    edgeOf(bps, BPS, random),
    bps,
  ]),
  formula('penaltyUp', ['token', 'bps'], collateral.penaltyUp, ([, bps], random) => [
    edgeOf(bps, BPS, random),
    bps,
  ]),
  formula(
    'effectiveRatioUp',
    ['ratio', 'token', 'token'],
    collateral.effectiveRatioUp,
    ([ratio, , principal], random) => [ratio, edgeOf(ratio, principal, random), principal],
  ),
  formula('ceilingDown', ['token', 'token', 'bps'], collateral.ceilingDown, ([, , bps], random) => {
    const liquidity = edgeOf(bps, BPS, random)
    return [random.near(quotient(liquidity, bps, BPS)), liquidity, bps]
  }),
  formula('auctionTopUp', ['usdPrice', 'ratio'], collateral.auctionTopUp, ([, buffer], random) => [
    edgeOf(buffer, WAD, random),
    buffer,
  ]),
  formula(
    'auctionPriceDown',
    ['usdPrice', 'seconds', 'seconds'],
    collateral.auctionPriceDown,
    ([, tau, drawn], random) => {
      const elapsed = random.pick([random.near(tau), tau === 0n ? 0n : drawn % tau])
      return [edgeOf(tau - elapsed, tau, random), tau, elapsed]
    },
  ),
  formula('auctionLeastUp', ['usdPrice', 'ratio'], collateral.auctionLeastUp, ([, cusp], random) => [
    edgeOf(cusp, WAD, random),
    cusp,
  ]),
  formula('keeperPartDown', ['token', 'bps'], collateral.keeperPartDown, ([, bps], random) => [
    edgeOf(bps, BPS, random),
    bps,
  ]),
  formula(
    'takeOf',
    ['token', 'token', 'token', 'usdPrice', 'token'],
    (ask, lot, need, price, dust) => collateral.takeOf(ask, lot, need, price, dust),
    ([ask, lot, , price, drawn], random) => {
      const worth = quotient(lot, price, WAD)
      const dust = random.pick([quotient(worth, 1n, 10n), drawn, 0n])
      const need = random.near(random.pick([worth, dust, worth / 2n, worth + dust, 2n * dust]))
      const lotOfDust = quotient(dust, WAD, price)
      const asked = random.pick([
        lot,
        quotient(need, WAD, price),
        quotient(positive(need - dust), WAD, price),
        positive(lot - lotOfDust),
        lot === 0n ? 0n : ask % lot,
      ])
      return [random.near(asked), random.pick([lot, random.near(lotOfDust)]), positive(need), price, dust]
    },
  ),
]
