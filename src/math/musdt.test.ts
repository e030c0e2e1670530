import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  breakEvenFallPDown,
  capRoom,
  collateralDown,
  collateralizationFromPricePDown,
  collateralizationPDown,
  dailyAllowanceDown,
  effectivePriceUp,
  epochNumberAt,
  epochStart,
  gainPerTokenDown,
  lockDiscountPDown,
  lockedMintAssetsUp,
  lockedSharesDown,
  lossPerTokenUp,
  maxAssetsBeforeDiscount,
  maxAssetsForShares,
  maxSupplyDown,
  redeemableSharesDown,
  sharePrice,
  spreadPnlUp,
  toAssetsDown,
  toAssetsUp,
  toSharesDown,
  toSharesUp,
  withDiscountDown,
  priceAfterDiscountsDown,
  secondsUntilRoomUp,
  streamSecondsDown,
  unstreamedUp,
  withdrawalLimitDown,
  withdrawalRoomDown,
  withdrawEpochsTimelock,
} from './musdt'
import { DAY_SECONDS, ONE_P, WAD } from './units'

const USDT = 10n ** 6n

const amount = fc.bigInt({ min: 0n, max: 10n ** 17n })
const supply = fc.bigInt({ min: 1n, max: 10n ** 17n })
const price = fc.bigInt({ min: 1n, max: 10n ** 20n })
const discount = (collatP: bigint, lockSeconds: bigint) =>
  lockDiscountPDown(collatP, lockSeconds, 5n * ONE_P, 150n * ONE_P)

describe('price and collateralization (M1, M2)', () => {
  it('starts at 1 USDT and 100%', () => {
    expect(sharePrice(0n, 0n)).toBe(WAD)
    expect(collateralizationPDown(0n, 0n)).toBe(100n * ONE_P)
  })

  it('lets traders lower the price only below 100%', () => {
    expect(sharePrice(0n, WAD / 10n)).toBe((WAD * 9n) / 10n)
    expect(collateralizationPDown(0n, WAD / 10n)).toBe(90n * ONE_P)
    expect(sharePrice(0n, -WAD / 2n)).toBe(WAD)
    expect(collateralizationPDown(0n, -WAD / 2n)).toBe(150n * ONE_P)
  })

  it('refuses a price below nothing', () => {
    expect(() => sharePrice(0n, WAD + 1n)).toThrow(RangeError)
    expect(() => collateralizationPDown(0n, WAD + 1n)).toThrow(RangeError)
  })

  it('rounds every conversion against the actor', () => {
    fc.assert(
      fc.property(amount, price, (value, px) => {
        expect(toAssetsDown(toSharesDown(value, px), px)).toBeLessThanOrEqual(value)
        expect(toSharesDown(toAssetsUp(value, px), px)).toBeGreaterThanOrEqual(value)
        expect(toAssetsDown(toSharesUp(value, px), px)).toBeGreaterThanOrEqual(value)
      }),
    )
  })

  it('keeps the price and never grows the buffer when the supply changes', () => {
    const pnl = fc.bigInt({ min: -(10n ** 19n), max: WAD - 1n })
    fc.assert(
      fc.property(pnl, supply, supply, (before, supplyBefore, supplyAfter) => {
        const after = spreadPnlUp(before, supplyBefore, supplyAfter)
        expect(sharePrice(0n, after)).toBe(sharePrice(0n, before))
        if (before < 0n) expect(-after * supplyAfter).toBeLessThanOrEqual(-before * supplyBefore)
      }),
    )
    expect(spreadPnlUp(-WAD / 5n, 500n * USDT, 1_000n * USDT)).toBe(-WAD / 10n)
    expect(spreadPnlUp(-WAD / 5n, 500n * USDT, 0n)).toBe(0n)
  })
})

describe('discount (M3)', () => {
  it.each([
    ['100% for a year', 100n * ONE_P, 365n * DAY_SECONDS, 5n * ONE_P],
    ['below 100% it is no more', 80n * ONE_P, 365n * DAY_SECONDS, 5n * ONE_P],
    ['halfway to 150%', 125n * ONE_P, 365n * DAY_SECONDS, (5n * ONE_P) / 2n],
    ['at 150% there is none', 150n * ONE_P, 365n * DAY_SECONDS, 0n],
    ['above 150% there is none', 200n * ONE_P, 365n * DAY_SECONDS, 0n],
    ['two weeks', 100n * ONE_P, 14n * DAY_SECONDS, 191_780_821_917_808_219n],
    ['one unit below 150%', 150n * ONE_P - 1n, 365n * DAY_SECONDS, 0n],
    ['not locked', 100n * ONE_P, 0n, 0n],
  ])('%s', (_, collatP, lockSeconds, expected) => {
    expect(discount(collatP, lockSeconds)).toBe(expected)
  })

  it('floors the base first, then the part by time', () => {
    const exact = 5n * ONE_P * (50n * ONE_P - 1n)
    const base = exact / (50n * ONE_P)
    expect(discount(100n * ONE_P + 1n, 365n * DAY_SECONDS)).toBe(base)
    // In one division it would be a unit more: the order of the floors can be seen.
    const lockSeconds = 31_535_037n
    const atOnce = (exact * lockSeconds) / (50n * ONE_P * 31_536_000n)
    expect(discount(100n * ONE_P + 1n, lockSeconds)).toBe((base * lockSeconds) / 31_536_000n)
    expect(discount(100n * ONE_P + 1n, lockSeconds)).toBe(atOnce - 1n)
  })

  it('never exceeds 5%, falls with collateralization, rises with time', () => {
    const collatP = fc.bigInt({ min: 0n, max: 300n * ONE_P })
    const lockSeconds = fc.bigInt({ min: 14n * DAY_SECONDS, max: 365n * DAY_SECONDS })
    fc.assert(
      fc.property(collatP, lockSeconds, (collat, lock) => {
        expect(discount(collat, lock)).toBeLessThanOrEqual(5n * ONE_P)
        expect(discount(collat + ONE_P, lock)).toBeLessThanOrEqual(discount(collat, lock))
        expect(discount(collat, lock + DAY_SECONDS)).toBeGreaterThanOrEqual(discount(collat, lock))
      }),
    )
  })
})

describe('locking (M4)', () => {
  it('credits 105 for 100 locked for a year at 100%', () => {
    expect(withDiscountDown(100n * USDT, 5n * ONE_P)).toBe(105n * USDT)
    expect(lockedSharesDown(100n * USDT, 5n * ONE_P, WAD)).toBe(105n * USDT)
    expect(lockedSharesDown(100n * USDT, 5n * ONE_P, 2n * WAD)).toBe(52_500_000n)
  })

  it('rounds down twice', () => {
    // 19 units at 5% credit 19.95, so 19; at a price of 0.9 that buys 21.1, so 21; rounded once it would be 22.
    expect(lockedSharesDown(19n, 5n * ONE_P, (WAD * 9n) / 10n)).toBe(21n)
    expect((19n * 105n * 10n) / (100n * 9n)).toBe(22n)
  })

  it('asks for the least that is enough for an exact number of shares', () => {
    fc.assert(
      fc.property(amount, price, fc.bigInt({ min: 0n, max: 5n * ONE_P }), (shares, px, discountP) => {
        const { credited, deposited } = lockedMintAssetsUp(shares, discountP, px)
        expect(credited).toBe(toAssetsUp(shares, px))
        expect(deposited * (100n * ONE_P + discountP)).toBeGreaterThanOrEqual(credited * 100n * ONE_P)
        expect((deposited - 1n) * (100n * ONE_P + discountP)).toBeLessThan(credited * 100n * ONE_P)
      }),
    )
  })
})

describe('unlocking and PnL (M6, M10)', () => {
  it('charges at least the discount, and less than one unit of price more', () => {
    expect(lossPerTokenUp(5_000n * USDT, 205_000n * USDT)).toBe(24_390_243_902_439_025n)
    fc.assert(
      fc.property(amount, supply, (assets, shares) => {
        const charged = lossPerTokenUp(assets, shares) * shares
        expect(charged).toBeGreaterThanOrEqual(assets * WAD)
        expect(charged - assets * WAD).toBeLessThan(shares)
      }),
    )
  })

  it('never gives out more than it received', () => {
    expect(gainPerTokenDown(10n, 3n)).toBe(3_333_333_333_333_333_333n)
    fc.assert(
      fc.property(amount, supply, (assets, shares) => {
        expect(gainPerTokenDown(assets, shares) * shares).toBeLessThanOrEqual(assets * WAD)
      }),
    )
  })

  it('refuses to divide by no supply', () => {
    expect(() => lossPerTokenUp(1n, 0n)).toThrow(RangeError)
    expect(() => gainPerTokenDown(1n, 0n)).toThrow(RangeError)
  })
})

describe('daily cap (M7)', () => {
  const cap = (snapshot: bigint) => maxSupplyDown(snapshot, 2n * ONE_P, 1_000_000n * USDT)

  it('lets the supply grow by 2%, rounded down', () => {
    const supply = 5_000_000n * USDT
    expect(cap(supply)).toBe(5_100_000n * USDT)
    expect(cap(supply + 49n)).toBe(5_100_000n * USDT + 49n)
    expect(cap(supply + 50n)).toBe(5_100_000n * USDT + 51n)
  })

  it('is the bootstrap cap in any case', () => {
    expect(cap(0n)).toBe(1_000_000n * USDT)
    expect(cap(USDT)).toBe(1_000_000n * USDT)
    expect(cap(980_392_156_863n)).toBe(1_000_000_000_000n)
    expect(cap(980_392_156_864n)).toBe(1_000_000_000_001n)
  })

  it('has no room below nothing', () => {
    expect(capRoom(510_000n, 500_001n)).toBe(9_999n)
    expect(capRoom(510_000n, 600_000n)).toBe(0n)
  })
})

describe('what fits under a cap (M7)', () => {
  const price = fc.bigInt(1n, 10n ** 20n)
  const discountP = fc.bigInt(0n, 5n * 10n ** 18n)
  const room = fc.bigInt(0n, 10n ** 15n)

  it('is the most whose shares fit', () =>
    fc.assert(
      fc.property(room, discountP, price, (shares, percent, px) => {
        const assets = maxAssetsBeforeDiscount(maxAssetsForShares(shares, px), percent)
        expect(lockedSharesDown(assets, percent, px)).toBeLessThanOrEqual(shares)
        expect(lockedSharesDown(assets + 1n, percent, px)).toBeGreaterThan(shares)
      }),
    ))

  it('is the most that is credited within a limit in assets', () =>
    fc.assert(
      fc.property(room, discountP, (limit, percent) => {
        const assets = maxAssetsBeforeDiscount(limit, percent)
        expect(withDiscountDown(assets, percent)).toBeLessThanOrEqual(limit)
        expect(withDiscountDown(assets + 1n, percent)).toBeGreaterThan(limit)
      }),
    ))
})

describe('what a lock is worth', () => {
  it('costs less per share than the price, by the discount', () => {
    expect(effectivePriceUp(100_000_000n, 105_000_000n)).toBe(952_380_952_380_952_381n)
    expect(effectivePriceUp(100_000_000n, 100_000_000n)).toBe(10n ** 18n)
    expect(() => effectivePriceUp(1n, 0n)).toThrow(RangeError)
  })

  it('breaks even where the locked shares are worth what the others were', () => {
    // 5% more shares: the price may fall to 1/1.05 of itself.
    expect(breakEvenFallPDown(105_000_000n, 100_000_000n)).toBe(4_761_904_761_904_761_904n)
    expect(breakEvenFallPDown(100_000_000n, 100_000_000n)).toBe(0n)
    expect(breakEvenFallPDown(0n, 0n)).toBe(0n)
  })
})

describe('withdrawals (M8)', () => {
  it.each([
    [90n * ONE_P, 3n],
    [110n * ONE_P - 1n, 3n],
    [110n * ONE_P, 2n],
    [120n * ONE_P - 1n, 2n],
    [120n * ONE_P, 1n],
    [500n * ONE_P, 1n],
  ])('at %s it takes %s epochs', (collatP, epochs) => {
    expect(withdrawEpochsTimelock(collatP, 10n * ONE_P, 20n * ONE_P)).toBe(epochs)
  })

  it('counts epochs from 1, the first second inclusive', () => {
    const origin = 1_800_000_000n
    expect(epochNumberAt(origin, origin, 3n * DAY_SECONDS)).toBe(1n)
    expect(epochNumberAt(origin + 3n * DAY_SECONDS - 1n, origin, 3n * DAY_SECONDS)).toBe(1n)
    expect(epochNumberAt(origin + 3n * DAY_SECONDS, origin, 3n * DAY_SECONDS)).toBe(2n)
    expect(epochStart(2n, origin, 3n * DAY_SECONDS)).toBe(origin + 3n * DAY_SECONDS)
    expect(() => epochNumberAt(origin - 1n, origin, 3n * DAY_SECONDS)).toThrow(RangeError)
    expect(() => epochStart(0n, origin, 3n * DAY_SECONDS)).toThrow(RangeError)
  })

  it('finds every epoch at its start, and the one before a second earlier', () => {
    const epoch = fc.bigInt({ min: 2n, max: 10n ** 6n })
    const length = fc.bigInt({ min: 1n, max: 365n * DAY_SECONDS })
    fc.assert(
      fc.property(epoch, length, (number, seconds) => {
        const start = epochStart(number, 1_800_000_000n, seconds)
        expect(epochNumberAt(start, 1_800_000_000n, seconds)).toBe(number)
        expect(epochNumberAt(start - 1n, 1_800_000_000n, seconds)).toBe(number - 1n)
      }),
    )
  })

  it('lets a quarter of the collateral leave at once, and refills it evenly over a day', () => {
    const behind = collateralDown(400_000n * USDT, 0n, 0n)
    expect(withdrawalLimitDown(behind)).toBe(100_000n * USDT)
    expect(withdrawalRoomDown(behind, 0n, 0n)).toBe(100_000n * USDT)
    expect(withdrawalRoomDown(behind, 60_000n * USDT, 0n)).toBe(40_000n * USDT)
    expect(withdrawalRoomDown(behind, 60_000n * USDT, DAY_SECONDS / 4n)).toBe(65_000n * USDT)
    expect(withdrawalRoomDown(behind, 60_000n * USDT, DAY_SECONDS)).toBe(100_000n * USDT)
    expect(withdrawalRoomDown(behind, 150_000n * USDT, 0n)).toBe(0n)
    expect(withdrawalRoomDown(3n, 0n, 0n)).toBe(0n)
  })

  it('says how long an amount has to wait for the limit', () => {
    expect(secondsUntilRoomUp(40n, 60n, 100n)).toBe(0n)
    expect(secondsUntilRoomUp(41n, 60n, 100n)).toBe(864n)
    expect(secondsUntilRoomUp(100n, 100n, 100n)).toBe(DAY_SECONDS)
    expect(secondsUntilRoomUp(101n, 0n, 100n)).toBeUndefined()
    const amount = fc.bigInt({ min: 0n, max: 10n ** 18n })
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n }), amount, amount, (assets, used, collateral) => {
        const wait = secondsUntilRoomUp(assets, used, withdrawalLimitDown(collateral))
        if (wait === undefined) return
        expect(withdrawalRoomDown(collateral, used, wait)).toBeGreaterThanOrEqual(assets)
        if (wait > 0n) expect(withdrawalRoomDown(collateral, used, wait - 1n)).toBeLessThan(assets)
      }),
    )
  })
})

describe('rewards that stream in (M7)', () => {
  it('arrive evenly, the rest rounded up', () => {
    expect(unstreamedUp(24_000n, DAY_SECONDS, 0n)).toBe(24_000n)
    expect(unstreamedUp(24_000n, DAY_SECONDS, DAY_SECONDS / 4n)).toBe(18_000n)
    expect(unstreamedUp(1n, DAY_SECONDS, DAY_SECONDS - 1n)).toBe(1n)
    expect(unstreamedUp(1n, DAY_SECONDS, DAY_SECONDS)).toBe(0n)
    expect(unstreamedUp(5n, 0n, 0n)).toBe(0n)
  })

  it('share their time by amount, so that a unit holds nothing up', () => {
    expect(streamSecondsDown(0n, 0n, 5n, DAY_SECONDS)).toBe(DAY_SECONDS)
    expect(streamSecondsDown(12_000n, 100n, 12_000n, 300n)).toBe(200n)
    expect(streamSecondsDown(12_000_000_000n, 43_200n, 1n, DAY_SECONDS)).toBe(43_200n)
    expect(() => streamSecondsDown(0n, 0n, 0n, DAY_SECONDS)).toThrow(RangeError)
  })
})

describe('promised discounts (M11)', () => {
  it('are taken from the buffer first, then from the price', () => {
    expect(priceAfterDiscountsDown(0n, 0n, 5n, 100n)).toBe(WAD - WAD / 20n)
    expect(priceAfterDiscountsDown(0n, -WAD / 10n, 5n, 100n)).toBe(WAD)
    expect(priceAfterDiscountsDown(0n, -WAD / 40n, 5n, 100n)).toBe(WAD - WAD / 40n)
    expect(priceAfterDiscountsDown(0n, 0n, 1n, 3n)).toBe(WAD - WAD / 3n - 1n)
    expect(priceAfterDiscountsDown(0n, 0n, 100n, 100n)).toBe(0n)
    expect(priceAfterDiscountsDown(7n, 0n, 5n, 0n)).toBe(WAD + 7n)
  })
})

describe('what the pages compute from the vault’s words', () => {
  it('tells the collateral ratio from price and PnL as the vault tells it from rewards and PnL (M2)', () => {
    const rewards = fc.bigInt({ min: 0n, max: WAD })
    const pnl = fc.bigInt({ min: -(2n * WAD), max: WAD - 1n })
    fc.assert(
      fc.property(rewards, pnl, (earned, won) => {
        const told = collateralizationFromPricePDown(sharePrice(earned, won), won)
        expect(told).toBe(collateralizationPDown(earned, won))
      }),
    )
    expect(collateralizationFromPricePDown(0n, 0n)).toBe(0n)
  })

  it('tells from a cap what a day may add, to the unit (M7)', () => {
    fc.assert(
      fc.property(supply, (snapshot) => {
        const cap = maxSupplyDown(snapshot, 2n * ONE_P, 0n)
        const added = cap - snapshot
        expect(added - dailyAllowanceDown(cap, 2n * ONE_P)).toBeGreaterThanOrEqual(0n)
        expect(added - dailyAllowanceDown(cap, 2n * ONE_P)).toBeLessThanOrEqual(1n)
      }),
    )
  })

  it('lets out as much of a request as the day allows (M8)', () => {
    fc.assert(
      fc.property(amount, price, amount, (requested, px, room) => {
        const now = redeemableSharesDown(requested, px, room)
        expect(now).toBeLessThanOrEqual(requested)
        expect(toAssetsDown(now, px)).toBeLessThanOrEqual(room)
      }),
    )
    expect(redeemableSharesDown(100n, WAD, 100n)).toBe(100n)
    expect(redeemableSharesDown(101n, WAD, 100n)).toBe(100n)
  })
})
