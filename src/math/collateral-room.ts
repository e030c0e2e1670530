/**
 * What TUSDT's pages say first: the ratio of what is issued and its limit, and how much more can be minted or drawn, with
 * the limit that binds. Units as in collateral.ts. Everything throws a RangeError as its functions do.
 */
import { backingDown, ceilingDown, dayCapDown, levelPriceUp, ratioDown } from './collateral'
import { survivedFallDown } from './collateral-risk'
import { int256, mulDivUp, saturatingSubtract } from './uint256'
import { WAD } from './units'

/** What the asset-backing vault holds, as booked: TAO, USDC (6 decimals) and S, signed. */
export type Holdings = { readonly tao: bigint; readonly usd: bigint; readonly outstanding: bigint }

/** CR, its limit and the distance between them. rules.md C9 */
export type Headline = {
  /** C in USD, 18 decimals. */
  readonly backing: bigint
  /** CR, WAD; undefined ("none") where nothing is outstanding. Rounds down. */
  readonly ratio: bigint | undefined
  /** CR less level 0, signed. */
  readonly distance: bigint | undefined
  /** Price of TAO below which TAO is sold; 0 where none does. Rounds up. */
  readonly crossing: bigint
  /** The fall of TAO (WAD of its price) that is survived; undefined where no price crosses. Rounds down. */
  readonly fall: bigint | undefined
}

/** The dashboard's first line, at the current price of TAO. rules.md C1, C6, C9 */
export function headlineOf({ tao, usd, outstanding }: Holdings, price: bigint, level0: bigint): Headline {
  const backing = backingDown(tao, usd, price)
  const ratio = int256(outstanding) <= 0n ? undefined : ratioDown(backing, outstanding)
  const crossing = levelPriceUp(tao, usd, outstanding, level0)
  return {
    backing,
    ratio,
    distance: ratio === undefined ? undefined : ratio - level0,
    crossing,
    fall: crossing === 0n ? undefined : survivedFallDown(crossing, price),
  }
}

/** A day as it began, and what has moved since; see `Day` in BackingTypes.sol. rules.md C2 */
export type Day = {
  readonly backing: bigint
  readonly outstanding: bigint
  readonly added: bigint
  readonly minted: bigint
}

/** CRt and m, WAD. rules.md C2 */
export type CapTerms = { readonly target: bigint; readonly safety: bigint }

/** The real-time cap on what can be out today, with its terms. rules.md C2 */
export type DayCap = {
  /** ΔSmax. Rounds down. */
  readonly growth: bigint
  /** S0 + ΔSmax, signed. */
  readonly most: bigint
  /** What is left of it. */
  readonly room: bigint
}

/** The cap of a day that has begun. rules.md C2 */
export function dayCapOf({ backing, outstanding, added, minted }: Day, { target, safety }: CapTerms): DayCap {
  const growth = dayCapDown(backing, outstanding, added, target, safety)
  const room = growth - int256(minted)
  return { growth, most: int256(outstanding) + growth, room: room > 0n ? room : 0n }
}

/** What can be minted by a ratio of CRt after the mint. Rounds down. rules.md C2 */
export function ratioRoomDown({ tao, usd, outstanding }: Holdings, low: bigint, target: bigint): bigint {
  return dayCapDown(backingDown(tao, usd, low), outstanding, 0n, target, WAD)
}

/** What stops or limits a mint: the day's cap, or its check now. rules.md C2, C9 */
export type MintLimit = 'paused' | 'price' | 'cap' | 'ratio'

export type Room<Limit> = { readonly room: bigint; readonly limit: Limit }

/** TUSDT that can be minted for TAO now; `low` is 0 without a price. Rounds down. rules.md C2, C9 */
export function mintRoomOf(
  state: { readonly isPaused: boolean; readonly holdings: Holdings; readonly day: Day; readonly low: bigint },
  terms: CapTerms,
): Room<MintLimit> {
  const { isPaused, holdings, day, low } = state
  if (isPaused) return { room: 0n, limit: 'paused' }
  if (low === 0n) return { room: 0n, limit: 'price' }
  const ofCap = dayCapOf(day, terms).room
  const ofRatio = ratioRoomDown(holdings, low, terms.target)
  return ofRatio < ofCap ? { room: ofRatio, limit: 'ratio' } : { room: ofCap, limit: 'cap' }
}

/** The most TAO whose mint fits a room. Rounds down. rules.md C1 */
export function maxTaoDown(room: bigint, low: bigint): bigint {
  return mulDivUp(room + 1n, WAD, low) - 1n
}

/** What limits the draws of a type: its line, its pool, or that the ceiling follows the pool only by and by. rules.md C9 */
export type DrawLimit = 'paused' | 'price' | 'liquidity' | 'line' | 'pool' | 'gap'

/** A type as its draws are limited; see `TypeState` and `Parameters` in VaultTypes.sol. */
export type Ceilings = {
  readonly isPaused: boolean
  readonly low: bigint
  readonly isLiquidityKnown: boolean
  /** As a refresh would leave it now. */
  readonly ceiling: bigint
  readonly principal: bigint
  readonly line: bigint
  /** Of the pool, in USD (18 decimals); undefined where no pool limits. */
  readonly liquidity: bigint | undefined
  readonly ceilingBps: bigint
}

/** TUSDT that can be drawn of a type by all together. rules.md C9 */
export function drawRoomOf(type: Ceilings): Room<DrawLimit> {
  const { isPaused, low, isLiquidityKnown, ceiling, principal, line, liquidity, ceilingBps } = type
  if (isPaused) return { room: 0n, limit: 'paused' }
  if (low === 0n) return { room: 0n, limit: 'price' }
  if (!isLiquidityKnown) return { room: 0n, limit: 'liquidity' }
  const room = saturatingSubtract(ceiling, principal)
  const aim = liquidity === undefined ? line : ceilingDown(line, liquidity, ceilingBps)
  return { room, limit: ceiling < aim ? 'gap' : aim === line ? 'line' : 'pool' }
}
