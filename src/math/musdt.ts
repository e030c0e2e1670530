/**
 * Arithmetic of the mUSDT vault, compared with bytecode to the last unit (`exactness.chain.test.ts`). A function of
 * `contracts/src/musdt/MusdtMath.sol` has its name here; what that library does not have is for the app alone.
 *
 * Units: assets are USDT and shares mUSDT (6 decimals both); prices and everything per share are 1e18 = 1 USDT per
 * mUSDT; percentages are 1e18 = 1%, so that 100% is 100e18. `pnlPerToken` is what the traders have won from a share
 * (negative: what they have lost to it). Arguments are uint256, `pnlPerToken` is int256: anything else, and what makes
 * Solidity revert, throws a RangeError whose message is a sentence.
 */
import {
  add,
  int256,
  max,
  mulDivDown,
  mulDivUp,
  requireUint256,
  saturatingSubtract,
  subtract,
  uint256,
} from './uint256'
import { DAY_SECONDS, HUNDRED_P, ONE_P, WAD } from './units'

const MAX_WITHDRAWAL_DAILY_P = 25n * ONE_P

/** Lock that earns the whole base discount, in seconds. rules.md M3, M5 */
export const MAX_LOCK_SECONDS = 365n * DAY_SECONDS

/** The most a share can be worth: what a first share cost, and all rewards since. Throws above uint256. rules.md M10 */
export function maxPnlPerToken(rewardsPerToken: bigint): bigint {
  return add(WAD, rewardsPerToken)
}

/**
 * px: assets per share. Traders' winnings lower it, their losses only build the buffer above 100%. Exact. Throws when
 * the traders have won more than a share is worth. rules.md M1
 */
export function sharePrice(rewardsPerToken: bigint, pnlPerToken: bigint): bigint {
  return subtract(maxPnlPerToken(rewardsPerToken), int256(pnlPerToken) > 0n ? pnlPerToken : 0n)
}

/**
 * Collateral per share, whichever side of the share's price it is on. Exact. Throws when the traders have won more than
 * a share is worth. rules.md M2
 */
export function collateralPerToken(rewardsPerToken: bigint, pnlPerToken: bigint): bigint {
  return uint256(int256(int256(maxPnlPerToken(rewardsPerToken)) - int256(pnlPerToken)))
}

/** CR: collateral in percent of what the shares are worth at most. Rounds down. Throws like its parts. rules.md M2 */
export function collateralizationPDown(rewardsPerToken: bigint, pnlPerToken: bigint): bigint {
  return mulDivDown(
    collateralPerToken(rewardsPerToken, pnlPerToken),
    HUNDRED_P,
    maxPnlPerToken(rewardsPerToken),
  )
}

/**
 * CR in percent of a vault whose events tell price and PnL per share: the most a share can be worth is the price and
 * what the traders have won. Rounds down; 0 when a share can be worth nothing. Throws like its parts. rules.md M2
 */
export function collateralizationFromPricePDown(price: bigint, pnlPerToken: bigint): bigint {
  const maxWorth = add(price, int256(pnlPerToken) > 0n ? pnlPerToken : 0n)
  return maxWorth === 0n ? 0n : mulDivDown(uint256(maxWorth - pnlPerToken), HUNDRED_P, maxWorth)
}

/** Assets that stand behind a supply. Rounds down. Throws like its parts. rules.md M8 */
export function collateralDown(supply: bigint, rewardsPerToken: bigint, pnlPerToken: bigint): bigint {
  return mulDivDown(supply, collateralPerToken(rewardsPerToken, pnlPerToken), WAD)
}

/**
 * PnL per share after the supply has changed at the share's price. What the traders have won stays with every share;
 * what they have lost, the buffer, is spread over the new supply. Rounds up: the buffer never grows. Throws above
 * int256. rules.md M1
 */
export function spreadPnlUp(pnlPerToken: bigint, supplyBefore: bigint, supplyAfter: bigint): bigint {
  requireUint256(supplyBefore, supplyAfter)
  if (int256(pnlPerToken) >= 0n) return pnlPerToken
  if (supplyAfter === 0n) return 0n
  return -int256(mulDivDown(-pnlPerToken, supplyBefore, supplyAfter))
}

/**
 * What assets paid out to traders, or a discount unlocked, take from every share. Rounds up. Throws at supply 0.
 * rules.md M6
 */
export function lossPerTokenUp(assets: bigint, supply: bigint): bigint {
  return mulDivUp(assets, WAD, supply)
}

/** What assets received give to every share. Rounds down. Throws at supply 0. rules.md M10 */
export function gainPerTokenDown(assets: bigint, supply: bigint): bigint {
  return mulDivDown(assets, WAD, supply)
}

/** Shares for assets deposited, discount included. Rounds down. Throws at price 0. rules.md M1, M4 */
export function toSharesDown(assets: bigint, price: bigint): bigint {
  return mulDivDown(assets, WAD, price)
}

/** Assets that a number of shares costs. Rounds up. Throws above uint256. rules.md M1 */
export function toAssetsUp(shares: bigint, price: bigint): bigint {
  return mulDivUp(shares, price, WAD)
}

/** Shares that assets withdrawn cost. Rounds up. Throws at price 0. rules.md M1 */
export function toSharesUp(assets: bigint, price: bigint): bigint {
  return mulDivUp(assets, WAD, price)
}

/** Assets for shares burnt. Rounds down. Throws above uint256. rules.md M1 */
export function toAssetsDown(shares: bigint, price: bigint): bigint {
  return mulDivDown(shares, price, WAD)
}

/**
 * Discount in percent for locking. Two floors: first the base by collateralization, then the part by time. No base from
 * `maxDiscountThresholdP` on, all of `maxDiscountP` up to 100%. Throws above uint256. rules.md M3
 */
export function lockDiscountPDown(
  collatP: bigint,
  lockSeconds: bigint,
  maxDiscountP: bigint,
  maxDiscountThresholdP: bigint,
): bigint {
  return mulDivDown(
    baseDiscountPDown(collatP, maxDiscountP, maxDiscountThresholdP),
    lockSeconds,
    MAX_LOCK_SECONDS,
  )
}

/** Assets credited for assets locked: with the discount. Rounds down. Throws above uint256. rules.md M4 */
export function withDiscountDown(assets: bigint, discountP: bigint): bigint {
  return mulDivDown(assets, add(HUNDRED_P, discountP), HUNDRED_P)
}

/** Shares for assets locked. Rounds down twice. Throws at price 0. rules.md M4 */
export function lockedSharesDown(assets: bigint, discountP: bigint, price: bigint): bigint {
  return toSharesDown(withDiscountDown(assets, discountP), price)
}

/**
 * What a number of locked shares costs: the assets they are worth, and the part of them to pay; the rest is the
 * discount. Rounds up twice. Throws above uint256. rules.md M1, M4
 */
export function lockedMintAssetsUp(
  shares: bigint,
  discountP: bigint,
  price: bigint,
): { credited: bigint; deposited: bigint } {
  const credited = toAssetsUp(shares, price)
  return { credited, deposited: mulDivUp(credited, HUNDRED_P, add(HUNDRED_P, discountP)) }
}

/**
 * Supply up to which may be minted after a snapshot of the supply: what it may grow to, and `bootstrapSupply` in any
 * case. Rounds down. Throws above uint256. rules.md M7
 */
export function maxSupplyDown(
  snapshotSupply: bigint,
  increaseDailyP: bigint,
  bootstrapSupply: bigint,
): bigint {
  return max(bootstrapSupply, mulDivDown(snapshotSupply, add(HUNDRED_P, increaseDailyP), HUNDRED_P))
}

/**
 * What a supply may have grown by since the snapshot behind `currentMaxSupply`. Rounds down: the snapshot itself is not
 * told, and its rounding hides one unit. Throws above uint256. rules.md M7
 */
export function dailyAllowanceDown(currentMaxSupply: bigint, increaseDailyP: bigint): bigint {
  return mulDivDown(currentMaxSupply, increaseDailyP, add(HUNDRED_P, increaseDailyP))
}

/** Shares that may still be minted. Exact. rules.md M7 */
export function capRoom(currentMaxSupply: bigint, supply: bigint): bigint {
  return saturatingSubtract(currentMaxSupply, supply)
}

/**
 * Epochs from a withdrawal request to its execution: 3, 2 from the first threshold on, 1 from the second. Thresholds
 * are percent above 100% collateralization. Exact. rules.md M8
 */
export function withdrawEpochsTimelock(
  collatP: bigint,
  firstThresholdP: bigint,
  secondThresholdP: bigint,
): bigint {
  requireUint256(firstThresholdP, secondThresholdP)
  const aboveP = saturatingSubtract(collatP, HUNDRED_P)
  if (aboveP < firstThresholdP) return 3n
  return aboveP < secondThresholdP ? 2n : 1n
}

/** Number of the epoch at a time (unix seconds); the first is 1. Throws before `origin` and at length 0. rules.md M8 */
export function epochNumberAt(time: bigint, origin: bigint, epochSeconds: bigint): bigint {
  return add(mulDivDown(subtract(time, origin), 1n, epochSeconds), 1n)
}

/** Unix seconds at which an epoch starts. Exact. Throws at epoch 0 and above uint256. rules.md M8 */
export function epochStart(epoch: bigint, origin: bigint, epochSeconds: bigint): bigint {
  return add(origin, uint256(subtract(epoch, 1n) * uint256(epochSeconds)))
}

/** Assets that may leave the vault at once, and in a day. Rounds down. rules.md M8 */
export function withdrawalLimitDown(collateral: bigint): bigint {
  return mulDivDown(collateral, MAX_WITHDRAWAL_DAILY_P, HUNDRED_P)
}

/**
 * How much of the limit is still used `elapsed` seconds after a withdrawal that left `used` of it in use: it frees itself
 * evenly, all of it in a day. Rounds up. Throws above uint256. rules.md M8
 */
export function withdrawalUsedUp(used: bigint, limit: bigint, elapsed: bigint): bigint {
  return saturatingSubtract(used, mulDivDown(limit, elapsed, DAY_SECONDS))
}

/** Assets that may leave the vault now. Rounds down. Throws like `withdrawalUsedUp`. rules.md M8 */
export function withdrawalRoomDown(collateral: bigint, used: bigint, elapsed: bigint): bigint {
  const limit = withdrawalLimitDown(collateral)
  return saturatingSubtract(limit, withdrawalUsedUp(used, limit, elapsed))
}

/**
 * Seconds until `assets` fit under a limit of which `used` is in use, while nobody else withdraws and the limit stays;
 * undefined where they never do. Rounds up. Throws above uint256. rules.md M8
 */
export function secondsUntilRoomUp(assets: bigint, used: bigint, limit: bigint): bigint | undefined {
  const missing = saturatingSubtract(add(assets, used), limit)
  if (missing === 0n) return 0n
  return assets > limit || limit === 0n ? undefined : mulDivUp(missing, DAY_SECONDS, limit)
}

/**
 * Part of a stream of rewards that has not arrived `elapsed` seconds after `assets` had `secondsLeft` to go. Rounds up.
 * rules.md M7
 */
export function unstreamedUp(assets: bigint, secondsLeft: bigint, elapsed: bigint): bigint {
  requireUint256(assets, secondsLeft, elapsed)
  return elapsed >= secondsLeft ? 0n : mulDivUp(assets, secondsLeft - elapsed, secondsLeft)
}

/**
 * Seconds in which two streams arrive as one: their own, averaged by assets. Rounds down. Throws when both are empty, and
 * above uint256. rules.md M7
 */
export function streamSecondsDown(
  assets: bigint,
  secondsLeft: bigint,
  addedAssets: bigint,
  addedSeconds: bigint,
): bigint {
  requireUint256(assets, secondsLeft, addedAssets, addedSeconds)
  const weighted = add(uint256(assets * secondsLeft), uint256(addedAssets * addedSeconds))
  return mulDivDown(weighted, 1n, add(assets, addedAssets))
}

/**
 * px once promised discounts have been charged: out of the buffer first, then out of the price. Rounds down; 0 when they
 * are all of it, which unlocking refuses. Throws like its parts. rules.md M6, M11
 */
export function priceAfterDiscountsDown(
  rewardsPerToken: bigint,
  pnlPerToken: bigint,
  discounts: bigint,
  supply: bigint,
): bigint {
  requireUint256(rewardsPerToken, discounts, supply)
  if (supply === 0n) return sharePrice(rewardsPerToken, pnlPerToken)
  const pnl = int256(int256(pnlPerToken) + int256(lossPerTokenUp(discounts, supply)))
  return pnl >= int256(maxPnlPerToken(rewardsPerToken)) ? 0n : sharePrice(rewardsPerToken, pnl)
}

/**
 * Shares of a request that can be redeemed while no more than `room` assets leave, as `maxRedeem` of the vault says.
 * Rounds down. Throws above uint256. rules.md M8
 */
export function redeemableSharesDown(requested: bigint, price: bigint, room: bigint): bigint {
  return toAssetsDown(requested, price) <= uint256(room) ? requested : toSharesDown(room, price)
}

/**
 * Most assets that can be credited while no more than `shares` are minted: the inverse of `toSharesDown`. Exact. Throws
 * at price 0, at which no number of assets is the most, and above uint256. rules.md M7
 */
export function maxAssetsForShares(shares: bigint, price: bigint): bigint {
  return maxForMulDivDown(shares, price, WAD)
}

/**
 * Most assets to pay while no more than `credited` is credited: the inverse of `withDiscountDown`. Exact. Throws above
 * uint256. rules.md M4, M7
 */
export function maxAssetsBeforeDiscount(credited: bigint, discountP: bigint): bigint {
  return maxForMulDivDown(credited, HUNDRED_P, add(HUNDRED_P, discountP))
}

/** Assets paid per share, 1e18 = 1: what the discount makes of the price. Rounds up. Throws at no share. rules.md M4 */
export function effectivePriceUp(assets: bigint, shares: bigint): bigint {
  return mulDivUp(assets, WAD, shares)
}

/**
 * Price up to which locking is worth at least as much as not locking with the same assets, whatever happens to the
 * price meanwhile: the discount is the whole difference. Percent of the price at unlock, 1e18 = 1%. Rounds down;
 * 0 without locked shares. Throws above uint256.
 */
export function breakEvenFallPDown(lockedShares: bigint, plainShares: bigint): bigint {
  requireUint256(lockedShares, plainShares)
  if (lockedShares === 0n) return 0n
  return mulDivDown(saturatingSubtract(lockedShares, plainShares), HUNDRED_P, lockedShares)
}

/** Discount for the longest lock. Rounds down. */
function baseDiscountPDown(collatP: bigint, maxDiscountP: bigint, maxDiscountThresholdP: bigint): bigint {
  requireUint256(collatP, maxDiscountP, maxDiscountThresholdP)
  if (collatP <= HUNDRED_P) return maxDiscountP
  if (collatP >= maxDiscountThresholdP) return 0n
  return mulDivDown(maxDiscountP, maxDiscountThresholdP - collatP, maxDiscountThresholdP - HUNDRED_P)
}

/** The largest x for which `mulDivDown(x, denominator, y)` is at most `result`. Throws at y 0 and above uint256. */
function maxForMulDivDown(result: bigint, y: bigint, denominator: bigint): bigint {
  if (y === 0n) throw new RangeError('Nothing is the most that can be paid: the price is 0.')
  return uint256((add(result, 1n) * uint256(y) - 1n) / denominator)
}
