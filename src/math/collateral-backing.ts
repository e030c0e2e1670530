/**
 * What an action makes of the asset-backing vault, as TaoBacking.sol does it: previews go on from what `state()` answers.
 * Units as in collateral.ts; refusals are the contract's, with their numbers. An amount that no contract can hold is refused,
 * too; for impossible states the rest throws a RangeError.
 */
import {
  backingDown,
  isBacked,
  mintedDown,
  redeemedValueDown,
  saleNeedUp,
  saleTakeOf,
  surplusCostUp,
  taoOfDown,
  usdOfDown,
  USD_UNIT,
} from './collateral'
import { dayCapOf, maxTaoDown, mintRoomOf, ratioRoomDown, type Day, type Holdings } from './collateral-room'
import { max, min, mulDivUp } from './uint256'
import { WAD } from './units'

/** TAO's prices, WAD: 0 where there is none. `low` and `high` are 0 where minting and redeeming TAO wait. rules.md C8 */
export type BackingPrices = {
  readonly current: bigint
  readonly next: bigint
  readonly low: bigint
  readonly high: bigint
}

/** The vault as the next action finds it; see `BackingState` in BackingTypes.sol. */
export type BackingNow = {
  readonly holdings: Holdings
  readonly prices: BackingPrices
  /** With `price`, the low of the day's first touch (WAD): what is added is valued at it. */
  readonly day: Day & { readonly price: bigint }
  /** CRt and m, WAD. */
  readonly parameters: { readonly target: bigint; readonly safety: bigint }
  /** What under-backing is judged by, WAD. */
  readonly lastLow: bigint
  readonly isPaused: boolean
}

/** A sale as `saleStatus()` tells of it: what a take is reckoned with. */
export type SaleNow = {
  readonly price: bigint
  readonly need: bigint
  readonly lot: bigint
  readonly current: bigint
}

/** Why an action is refused, by the contract's error without its prefix; where a number is enough, that number. */
export type BackingRefusal =
  | { readonly name: 'EnforcedPause' | 'NoPrice' | 'Nothing' | 'OutOfRange' }
  | { readonly name: 'ExceedsDay'; readonly minted: bigint; readonly room: bigint }
  | { readonly name: 'BelowTarget'; readonly minted: bigint; readonly room: bigint }
  | { readonly name: 'LegTooShort'; readonly wanted: bigint; readonly held: bigint }

/** What has become of it: what arrived (in the unit of what arrives), what was paid, and the vault afterwards. */
export type BackingOutcome =
  | { readonly isTaken: true; readonly got: bigint; readonly paid: bigint; readonly after: BackingNow }
  | { readonly isTaken: false; readonly refusal: BackingRefusal }

const refuse = (refusal: BackingRefusal): BackingOutcome => ({ isTaken: false, refusal })

/** Whatever a person may enter: where arithmetic ends the contract reverts. */
function ranged(outcome: () => BackingOutcome): BackingOutcome {
  try {
    return outcome()
  } catch (error) {
    if (error instanceof RangeError) return refuse({ name: 'OutOfRange' })
    throw error
  }
}

/** Mints TUSDT for TAO at the low price. Rounds down. rules.md C1, C2 */
export function mintOf(now: BackingNow, tao: bigint): BackingOutcome {
  return ranged(() => {
    const { holdings, prices, day, parameters } = now
    if (now.isPaused) return refuse({ name: 'EnforcedPause' })
    if (prices.low === 0n) return refuse({ name: 'NoPrice' })
    const minted = mintedDown(tao, prices.low)
    if (minted === 0n) return refuse({ name: 'Nothing' })
    const { room } = dayCapOf(day, parameters)
    if (minted > room) return refuse({ name: 'ExceedsDay', minted, room })
    const after = moved(now, { tao, tusdt: minted, minted })
    const backing = backingDown(after.holdings.tao, after.holdings.usd, prices.low)
    if (!isBacked(backing, after.holdings.outstanding, parameters.target)) {
      const ofRatio = ratioRoomDown(holdings, prices.low, parameters.target)
      return refuse({ name: 'BelowTarget', minted, room: ofRatio })
    }
    return { isTaken: true, got: minted, paid: tao, after }
  })
}

/** Redeems TUSDT for TAO at the high price: a dollar each, or its part at the low one. Rounds down, twice. rules.md C1 */
export function redeemTaoOf(now: BackingNow, tusdt: bigint): BackingOutcome {
  return ranged(() => {
    const { holdings, prices } = now
    if (prices.low === 0n) return refuse({ name: 'NoPrice' })
    const paid = taoOfDown(valueOf(now, tusdt, prices.low), prices.high)
    if (paid === 0n) return refuse({ name: 'Nothing' })
    if (paid > holdings.tao) return refuse({ name: 'LegTooShort', wanted: paid, held: holdings.tao })
    return { isTaken: true, got: paid, paid: tusdt, after: redeemed(now, tusdt, { tao: -paid }) }
  })
}

/** Redeems TUSDT for USDC, with or without a price. Rounds down, twice. rules.md C1, C8 */
export function redeemUsdOf(now: BackingNow, tusdt: bigint): BackingOutcome {
  return ranged(() => {
    const { holdings, lastLow } = now
    const paid = usdOfDown(valueOf(now, tusdt, lastLow))
    if (paid === 0n) return refuse({ name: 'Nothing' })
    if (paid > holdings.usd) return refuse({ name: 'LegTooShort', wanted: paid, held: holdings.usd })
    return { isTaken: true, got: paid, paid: tusdt, after: redeemed(now, tusdt, { usd: -paid }) }
  })
}

/** A take of a sale that runs: at most `ask` TAO. What arrives rounds down, what is paid up. rules.md C12 */
export function saleTaken(now: BackingNow, sale: SaleNow, ask: bigint): BackingOutcome {
  return ranged(() => {
    const { taken, paid } = saleTakeOf(ask, sale.lot, sale.need, sale.price, sale.current)
    if (taken === 0n) return refuse({ name: 'Nothing' })
    return { isTaken: true, got: taken, paid, after: moved(now, { tao: -taken, tusdt: -paid }) }
  })
}

/**
 * The most TUSDT that all of a sale costs until its price has fallen to `laterPrice`: the need grows as the price falls, and
 * nobody pays more than the lot costs now. `recovery` is t, WAD. Rounds up. rules.md C12
 */
export function mostForAllUp(
  { holdings }: Pick<BackingNow, 'holdings'>,
  sale: SaleNow & { readonly floor: bigint },
  recovery: bigint,
  laterPrice: bigint,
): bigint {
  const { tao, usd, outstanding } = holdings
  const last = min(sale.price, max(laterPrice, sale.floor))
  const backing = backingDown(tao, usd, sale.current)
  const need = saleNeedUp(backing, outstanding, recovery, last, sale.current)
  return min(max(need, sale.need), mulDivUp(sale.lot, sale.price, WAD))
}

/** Surplus bought for a dollar each: at most `atMost` of it. What is paid, in USDC, rounds up. rules.md C4 */
export function surplusBought(now: BackingNow, surplus: bigint, atMost: bigint): BackingOutcome {
  return ranged(() => {
    const got = min(atMost, surplus)
    if (got === 0n) return refuse({ name: 'Nothing' })
    const paid = surplusCostUp(got)
    return { isTaken: true, got, paid, after: moved(now, { usd: paid, added: paid * USD_UNIT }) }
  })
}

/** Whether there is less backing than was issued for it, by the price that is judged by. rules.md C12 */
export function isUnderbacked({ holdings, lastLow }: Pick<BackingNow, 'holdings' | 'lastLow'>): boolean {
  return holdings.outstanding > backingDown(holdings.tao, holdings.usd, lastLow)
}

/**
 * The most TAO that can be minted for, whichever of the prices that are known by now counts at inclusion: low rises at
 * most to the higher of current and next, and falls with the feed alone. Rounds down. rules.md C2
 */
export function mostTaoDown(now: BackingNow): bigint {
  const { low, current, next } = now.prices
  const { room } = mintRoomOf({ ...now, low }, now.parameters)
  if (room === 0n) return 0n
  const highest = max(max(current, next), low)
  const { room: later } = mintRoomOf({ ...now, low: highest }, now.parameters)
  return min(maxTaoDown(room, low), maxTaoDown(later, highest))
}

/**
 * The most TUSDT that the TAO held pays for, also once the next price is current: high can't be below that one. Rounds
 * down. rules.md C1
 */
export function mostForTaoDown(now: BackingNow): bigint {
  const { low, high, next } = now.prices
  if (low === 0n) return 0n
  const least = next === 0n ? high : min(next, high)
  return mostOfValueDown(now, mulDivUp(now.holdings.tao + 1n, least, WAD) - 1n, low)
}

/** The most TUSDT that the USDC held pays for without a rest. Rounds down. rules.md C1 */
export function mostForUsdDown(now: BackingNow): bigint {
  return mostOfValueDown(now, now.holdings.usd * USD_UNIT, now.lastLow)
}

/** The most TUSDT that is worth no more than a value in USD (18 decimals). */
function mostOfValueDown({ holdings }: BackingNow, value: bigint, price: bigint): bigint {
  const backing = backingDown(holdings.tao, holdings.usd, price)
  if (holdings.outstanding <= backing) return value
  return backing === 0n ? 0n : mulDivUp(value + 1n, holdings.outstanding, backing) - 1n
}

function valueOf({ holdings }: BackingNow, tusdt: bigint, price: bigint): bigint {
  return redeemedValueDown(tusdt, backingDown(holdings.tao, holdings.usd, price), holdings.outstanding)
}

const redeemed = (now: BackingNow, tusdt: bigint, leg: Change) =>
  moved(now, { ...leg, tusdt: -tusdt, minted: -tusdt })

type Change = {
  readonly tao?: bigint
  readonly usd?: bigint
  readonly tusdt?: bigint
  readonly minted?: bigint
  readonly added?: bigint
}

function moved(now: BackingNow, change: Change): BackingNow {
  const { tao = 0n, usd = 0n, tusdt = 0n, minted = 0n, added = 0n } = change
  const { holdings, day } = now
  return {
    ...now,
    holdings: {
      tao: holdings.tao + tao,
      usd: holdings.usd + usd,
      outstanding: holdings.outstanding + tusdt,
    },
    day: { ...day, minted: day.minted + minted, added: day.added + added },
  }
}
