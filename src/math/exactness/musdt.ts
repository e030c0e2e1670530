import { edgeOf, type Random } from './cases'
import { formula, quotient, type Formula } from './formula'
import * as musdt from '../musdt'
import { DAY_SECONDS, HUNDRED_P, WAD } from '../units'

/** The int256 in a word, and back. */
const signed = (word: bigint) => BigInt.asIntN(256, word)
const word = (value: bigint) => BigInt.asUintN(256, value)

/** A PnL for which a share is worth next to nothing, or next to what it can be worth at most. */
const pnlNearEdge = (rewardsPerToken: bigint, random: Random) =>
  word(random.near(random.pick([0n, WAD + rewardsPerToken])))

/** Every function of MusdtMath.sol. */
export const MUSDT_FORMULAS: readonly Formula[] = [
  formula('maxPnlPerToken', ['perToken'], musdt.maxPnlPerToken, (args) => args),
  formula(
    'sharePrice',
    ['perToken', 'pnl'],
    (rewards, pnl) => musdt.sharePrice(rewards, signed(pnl)),
    ([rewards], random) => [rewards, pnlNearEdge(rewards, random)],
  ),
  formula(
    'collateralPerToken',
    ['perToken', 'pnl'],
    (rewards, pnl) => musdt.collateralPerToken(rewards, signed(pnl)),
    ([rewards], random) => [rewards, pnlNearEdge(rewards, random)],
  ),
  formula(
    'collateralizationPDown',
    ['perToken', 'pnl'],
    (rewards, pnl) => musdt.collateralizationPDown(rewards, signed(pnl)),
    ([rewards], random) => {
      const most = WAD + rewards
      // On a threshold of the rules, give or take its last unit.
      const percent = random.pick([100n, 110n, 120n, 150n])
      return [rewards, word(most - random.near(quotient(most, percent, 100n)))]
    },
  ),
  formula(
    'collateralDown',
    ['usdt', 'perToken', 'pnl'],
    (supply, rewards, pnl) => musdt.collateralDown(supply, rewards, signed(pnl)),
    ([, rewards, pnl], random) => [edgeOf(WAD + rewards - signed(pnl), WAD, random), rewards, pnl],
  ),
  formula(
    'spreadPnlUp',
    ['pnl', 'usdt', 'usdt'],
    (pnl, before, after) => musdt.spreadPnlUp(signed(pnl), before, after),
    ([, before, after], random) => [word(-edgeOf(before, after, random)), before, after],
  ),
  formula('lossPerTokenUp', ['usdt', 'usdt'], musdt.lossPerTokenUp, ([, supply], random) => [
    edgeOf(WAD, supply, random),
    supply,
  ]),
  formula('gainPerTokenDown', ['usdt', 'usdt'], musdt.gainPerTokenDown, ([, supply], random) => [
    edgeOf(WAD, supply, random),
    supply,
  ]),
  formula('toSharesDown', ['usdt', 'perToken'], musdt.toSharesDown, ([, price], random) => [
    edgeOf(WAD, price, random),
    price,
  ]),
  formula('toAssetsUp', ['usdt', 'perToken'], musdt.toAssetsUp, ([, price], random) => [
    edgeOf(price, WAD, random),
    price,
  ]),
  formula('toSharesUp', ['usdt', 'perToken'], musdt.toSharesUp, ([, price], random) => [
    edgeOf(WAD, price, random),
    price,
  ]),
  formula('toAssetsDown', ['usdt', 'perToken'], musdt.toAssetsDown, ([, price], random) => [
    edgeOf(price, WAD, random),
    price,
  ]),
  formula(
    'lockDiscountPDown',
    ['percent', 'seconds', 'percent', 'percent'],
    musdt.lockDiscountPDown,
    ([collatP, lockSeconds, maxP, thresholdP], random) => {
      switch (random.below(3)) {
        case 0:
          return [random.near(random.pick([HUNDRED_P, thresholdP])), lockSeconds, maxP, thresholdP]
        case 1: {
          // A base without a remainder.
          const below = edgeOf(maxP, thresholdP - HUNDRED_P, random)
          return [thresholdP - below, lockSeconds, maxP, thresholdP]
        }
        default:
          // A part by time without a remainder.
          return [collatP, edgeOf(maxP, musdt.MAX_LOCK_SECONDS, random), maxP, thresholdP]
      }
    },
  ),
  formula('withDiscountDown', ['usdt', 'percent'], musdt.withDiscountDown, ([, discountP], random) => [
    edgeOf(HUNDRED_P + discountP, HUNDRED_P, random),
    discountP,
  ]),
  formula(
    'lockedSharesDown',
    ['usdt', 'percent', 'perToken'],
    musdt.lockedSharesDown,
    ([, discountP, price], random) => {
      const credited = edgeOf(WAD, price, random)
      return [random.near(quotient(credited, HUNDRED_P, HUNDRED_P + discountP)), discountP, price]
    },
  ),
  formula(
    'lockedMintAssetsUp',
    ['usdt', 'percent', 'perToken'],
    musdt.lockedMintAssetsUp,
    ([, discountP, price], random) => {
      const credited = edgeOf(HUNDRED_P, HUNDRED_P + discountP, random)
      return [random.near(quotient(credited, WAD, price)), discountP, price]
    },
  ),
  formula(
    'maxSupplyDown',
    ['usdt', 'percent', 'usdt'],
    musdt.maxSupplyDown,
    ([, increaseP, bootstrap], random) => {
      const snapshot = edgeOf(HUNDRED_P + increaseP, HUNDRED_P, random)
      const grown = quotient(snapshot, HUNDRED_P + increaseP, HUNDRED_P)
      return [snapshot, increaseP, random.pick([bootstrap, random.near(grown)])]
    },
  ),
  formula('capRoom', ['usdt', 'usdt'], musdt.capRoom, ([cap], random) => [cap, random.near(cap)]),
  formula(
    'withdrawEpochsTimelock',
    ['percent', 'percent', 'percent'],
    musdt.withdrawEpochsTimelock,
    ([, first, second], random) => [random.near(HUNDRED_P + random.pick([first, second])), first, second],
  ),
  formula('epochNumberAt', ['time', 'time', 'seconds'], musdt.epochNumberAt, ([, origin, length], random) => [
    random.near(origin + length * random.magnitude(16)),
    origin,
    length,
  ]),
  formula('epochStart', ['epoch', 'time', 'seconds'], musdt.epochStart, ([epoch, , length], random) => [
    random.pick([epoch, 1n, 0n]),
    // Just within, or just beyond, what a contract can hold.
    random.near(2n ** 256n - 1n - length * epoch),
    length,
  ]),
  formula('withdrawalLimitDown', ['usdt'], musdt.withdrawalLimitDown, ([collateral], random) => [
    random.near((collateral / 4n) * 4n),
  ]),
  formula('withdrawalUsedUp', ['usdt', 'usdt', 'seconds'], musdt.withdrawalUsedUp, ([, limit], random) => {
    const elapsed = edgeOf(limit, DAY_SECONDS, random)
    return [random.near(quotient(limit, elapsed, DAY_SECONDS)), limit, elapsed]
  }),
  formula(
    'withdrawalRoomDown',
    ['usdt', 'usdt', 'seconds'],
    musdt.withdrawalRoomDown,
    ([collateral, , seconds], random) => {
      const elapsed = seconds % (2n * DAY_SECONDS)
      const freed = quotient(collateral / 4n, elapsed, DAY_SECONDS)
      return [
        collateral,
        random.near(random.pick([freed, freed + collateral / 4n, collateral / 4n])),
        elapsed,
      ]
    },
  ),
  formula(
    'unstreamedUp',
    ['usdt', 'seconds', 'seconds'],
    musdt.unstreamedUp,
    ([, secondsLeft, elapsed], random) => {
      const gone = random.pick([random.near(secondsLeft), secondsLeft === 0n ? 0n : elapsed % secondsLeft])
      return [edgeOf(secondsLeft - gone, secondsLeft, random), secondsLeft, gone]
    },
  ),
  formula(
    'streamSecondsDown',
    ['usdt', 'seconds', 'usdt', 'seconds'],
    musdt.streamSecondsDown,
    ([assets, secondsLeft, added], random) => {
      const mean = secondsLeft + random.magnitude(12)
      // A mean without a remainder, give or take a second.
      return [assets, secondsLeft, added, random.near(mean + quotient(assets, mean - secondsLeft, added))]
    },
  ),
  formula(
    'priceAfterDiscountsDown',
    ['perToken', 'pnl', 'usdt', 'usdt'],
    (rewards, pnl, discounts, supply) =>
      musdt.priceAfterDiscountsDown(rewards, signed(pnl), discounts, supply),
    ([rewards, , , supply], random) => {
      const discounts = edgeOf(WAD, supply, random)
      const loss = quotient(discounts, WAD, supply)
      return [rewards, word(random.near(random.pick([-loss, WAD + rewards - loss]))), discounts, supply]
    },
  ),
]
