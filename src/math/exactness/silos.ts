import * as silos from '../silos'
import { BPS, WAD } from '../units'
import { edgeOf } from './cases'
import { formula, quotient, type Formula } from './formula'

/** Every function of SiloMath.sol and PairMath.sol. */
export const SILO_FORMULAS: readonly Formula[] = [
  formula('valueDown', ['usdt', 'perToken'], silos.valueDown, ([, price], random) => [
    edgeOf(price, WAD, random),
    price,
  ]),
  formula('capUp', ['usdt', 'perToken'], silos.capUp, ([, price], random) => [
    edgeOf(WAD, price, random),
    price,
  ]),
  formula('xtzDown', ['usdt', 'perToken'], silos.xtzDown, ([, price], random) => [
    edgeOf(WAD, price, random),
    price,
  ]),
  formula('soldMinDown', ['usdt', 'perToken', 'bps'], silos.soldMinDown, ([, low, bps], random) => [
    edgeOf(low * (BPS - bps), WAD * BPS, random),
    low,
    bps,
  ]),
  formula('soldMaxUp', ['usdt', 'perToken', 'bps'], silos.soldMaxUp, ([, low, drawn], random) => {
    // Any slippage below all of it.
    const bps = drawn % BPS
    return [edgeOf(WAD * BPS, low * (BPS - bps), random), low, bps]
  }),
  formula('boughtMinDown', ['usdt', 'perToken', 'bps'], silos.boughtMinDown, ([, high, bps], random) => [
    edgeOf(WAD * BPS, high * (BPS + bps), random),
    high,
    bps,
  ]),
  formula('boughtMaxUp', ['usdt', 'perToken', 'bps'], silos.boughtMaxUp, ([, high, bps], random) => [
    edgeOf(high * (BPS + bps), WAD * BPS, random),
    high,
    bps,
  ]),
  formula('redeemedXtzDown', ['usdt', 'perToken', 'bps'], silos.redeemedXtzDown, ([, high, bps], random) => [
    edgeOf(WAD * (BPS - bps), BPS * high, random),
    high,
    bps,
  ]),
  formula(
    'burntAtRedemption',
    ['usdt', 'usdt', 'usdt'],
    silos.burntAtRedemption,
    ([, above, supply], random) => [random.near(above), supply + above, supply],
  ),
  formula('headroom', ['usdt', 'usdt', 'usdt', 'usdt'], silos.headroom, ([inventory, , supply], random) => [
    inventory,
    random.near(supply),
    supply,
    random.near(supply + 1n),
  ]),
  formula('recapMint', ['usdt', 'usdt', 'usdt', 'usdt'], silos.recapMint, ([most, , , supply], random) => {
    const near = () => random.near(random.pick([supply, supply + most]))
    return [most, near(), near(), supply]
  }),
  formula('coverMaxUp', ['usdt', 'usdt', 'perToken'], silos.coverMaxUp, ([f1, , price], random) => [
    f1,
    random.pick([random.near(f1), f1 + edgeOf(WAD, price, random)]),
    price,
  ]),
  formula(
    'payableFromChamber',
    ['usdt', 'usdt', 'usdt'],
    silos.payableFromChamber,
    ([, freed, supply], random) => [random.near(3n * freed), supply + freed, supply],
  ),
  formula('partDown', ['usdt', 'bps', 'usdt'], silos.partDown, ([, part, whole], random) => [
    edgeOf(part, whole, random),
    part,
    whole,
  ]),
  formula(
    'pairOutputDown',
    ['usdt', 'usdt', 'usdt'],
    silos.pairOutputDown,
    ([amountIn, reserveIn], random) => {
      const weight = reserveIn * 1_000n + amountIn * 997n
      return [amountIn, reserveIn, edgeOf(amountIn * 997n, weight, random)]
    },
  ),
  formula('pairInputUp', ['usdt', 'usdt', 'usdt'], silos.pairInputUp, ([amountOut, , left], random) => [
    amountOut,
    random.near(quotient(left * 997n, 1n, amountOut * 1_000n)),
    amountOut + left,
  ]),
]
