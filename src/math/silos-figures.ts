/** What a page says about the reserve, made of one `SiloState`. USD, USDC, XTZ and USDtz have 6 decimals, prices are WAD. */
import { headroom, payableFromChamber, valueDown } from './silos'
import { conditionsOf, isCrash, type SiloState } from './silos-state'
import { mulDivUp, saturatingSubtract } from './uint256'
import { WAD } from './units'

/** Tokens that the reserve has, or should have, in base units. */
export type Held = { readonly usdc: bigint; readonly xtz: bigint; readonly usdtz: bigint }

export type SiloNumber = 1 | 2 | 3 | 4

/** How a silo stands. Silo 2 below its line is an alarm once the latch is set, Silo 3 never is. rules.md S6 */
export type Standing = 'full' | 'filling' | 'alarm' | 'unknown'

export type Silo = {
  readonly number: SiloNumber
  readonly layer: 'base' | 'growth'
  readonly token: 'USDC' | 'XTZ'
  /** In base units of the token. */
  readonly amount: bigint
  /** USD; undefined for XTZ without a price. Rounds down. */
  readonly worth: bigint | undefined
  /** What fills it: the supply. */
  readonly line: bigint
  readonly standing: Standing
}

/** The four silos in order. rules.md S, S2 */
export function silosIn(state: SiloState): readonly [Silo, Silo, Silo, Silo] {
  const { books, supply } = state
  const usd = (number: 1 | 3, amount: bigint): Silo => ({
    number,
    layer: number === 1 ? 'base' : 'growth',
    token: 'USDC',
    amount,
    worth: amount,
    line: supply,
    standing: amount >= supply ? 'full' : number === 1 ? 'alarm' : 'filling',
  })
  const { low } = conditionsOf(state)
  const xtz = (number: 2 | 4, amount: bigint): Silo => {
    const worth = low === 0n ? undefined : valueDown(amount, low)
    const isAlarm = number === 2 && low !== 0n && isCrash(state, amount, supply, low)
    return {
      number,
      layer: number === 2 ? 'base' : 'growth',
      token: 'XTZ',
      amount,
      worth,
      line: supply,
      standing: worth === undefined ? 'unknown' : worth >= supply ? 'full' : isAlarm ? 'alarm' : 'filling',
    }
  }
  return [usd(1, books.f1), xtz(2, books.x2), usd(3, books.f3), xtz(4, books.x4)]
}

export type Size = {
  readonly supply: bigint
  readonly circulating: bigint
  readonly usdc: bigint
  readonly xtz: bigint
  /** USD of all four silos; undefined without a price. The chamber is outside. rules.md S2 */
  readonly worth: bigint | undefined
  /** USD behind one USDtz; undefined without a price, or where there is none. Rounds down. */
  readonly perUsdtz: bigint | undefined
  /** The same with USDC at what its own feed says; undefined while that is $1 or more, or not known. rules.md S17 */
  readonly perUsdtzAtMarket: bigint | undefined
}

const ONE = 1_000_000n

/** What stands behind the supply. rules.md S2, S17 */
export function sizeOf(state: SiloState): Size {
  const { supply, inventory, books, usdc } = state
  const { low } = conditionsOf(state)
  const dollars = books.f1 + books.f3
  const coins = low === 0n ? undefined : valueDown(books.x2, low) + valueDown(books.x4, low)
  const worth = coins === undefined ? undefined : dollars + coins
  const perOne = (value: bigint | undefined) =>
    value === undefined || supply === 0n ? undefined : (value * ONE) / supply
  const isBelowFace = usdc.price > 0n && usdc.price < WAD
  const atMarket = coins !== undefined && isBelowFace ? valueDown(dollars, usdc.price) + coins : undefined
  return {
    supply,
    circulating: supply - inventory,
    usdc: dollars,
    xtz: books.x2 + books.x4,
    worth,
    perUsdtz: perOne(worth),
    perUsdtzAtMarket: perOne(atMarket),
  }
}

/** What can be minted now. rules.md S4, S16 */
export type MintRoom = {
  readonly inventory: bigint
  /** New supply; undefined where only Silo 1 gates it, which each mint fills itself. */
  readonly created: bigint | undefined
  /** Why no new supply is possible, or not even the inventory is sold. */
  readonly obstacle: 'paused' | 'usdc' | 'price' | 'silo2' | undefined
}

export function mintRoom(state: SiloState): MintRoom {
  const { supply, inventory, books, isLatched, isPaused, parameters } = state
  const { low, isUsdcSound } = conditionsOf(state)
  if (isPaused) return { inventory: 0n, created: 0n, obstacle: 'paused' }
  if (!isUsdcSound) return { inventory: 0n, created: 0n, obstacle: 'usdc' }
  if (!isLatched) return { inventory, created: undefined, obstacle: undefined }
  const v2 = low === 0n ? 0n : valueDown(books.x2, low)
  const created = headroom(0n, v2, supply, parameters.latchMinSupply)
  const obstacle = created > 0n ? undefined : low === 0n ? 'price' : 'silo2'
  return { inventory, created, obstacle }
}

/** The most a person may mint; undefined where nothing but the own balance limits it. */
export function mostMintable({ inventory, created }: MintRoom): bigint | undefined {
  return created === undefined ? undefined : inventory + created
}

/**
 * Prices of XTZ (WAD) below which something happens, as the books are now and conversions cost nothing. Rounds up: at
 * the price itself nothing happens yet. rules.md S5
 */
export type Thresholds = {
  /** Silo 2 is below its line, and minting of new supply stops. Undefined where it holds nothing. */
  readonly silo2Short: bigint | undefined
  /** All of Silo 3 does not fill Silo 2 again. Undefined where that takes no price, or holds at each. */
  readonly silo3Empty: bigint | undefined
}

export function thresholdsOf({ books, supply }: SiloState): Thresholds {
  if (books.x2 === 0n || supply === 0n) return { silo2Short: undefined, silo3Empty: undefined }
  const uncovered = saturatingSubtract(supply, books.f3)
  return {
    silo2Short: mulDivUp(supply, WAD, books.x2),
    silo3Empty: uncovered === 0n ? undefined : mulDivUp(uncovered, WAD, books.x2),
  }
}

/** What is missing to 100% in the order in which earnings fill it, USD; undefined where it is not known. rules.md S3 */
export function missingIn(state: SiloState): readonly { readonly silo: Silo; readonly missing: bigint }[] {
  return silosIn(state).flatMap((silo) => {
    const missing = silo.worth === undefined ? 0n : saturatingSubtract(silo.line, silo.worth)
    return missing === 0n ? [] : [{ silo, missing }]
  })
}

/** What the books say is there. */
export function bookedOf({ books, inventory }: SiloState): Held {
  return {
    usdc: books.f1 + books.f3 + books.chamberUsd + books.owedUsd,
    xtz: books.x2 + books.x4 + books.chamberXtz + books.owedXtz,
    usdtz: inventory,
  }
}

/** Tokens of which there is more than the books say: sent here, and booked by nobody. Base units. rules.md S3 */
export function strayIn(state: SiloState, held: Held): readonly { token: keyof Held; by: bigint }[] {
  const booked = bookedOf(state)
  return (['usdc', 'xtz', 'usdtz'] as const)
    .map((token) => ({ token, by: saturatingSubtract(held[token], booked[token]) }))
    .filter(({ by }) => by > 0n)
}

/** Tokens of which there is less than the books say: the one deficit that Silo 1 can have. rules.md S1 */
export function shortOf(state: SiloState, held: Held): readonly { token: string; by: bigint }[] {
  const booked = bookedOf(state)
  return [
    { token: 'USDC', by: saturatingSubtract(booked.usdc, held.usdc) },
    { token: 'XTZ', by: saturatingSubtract(booked.xtz, held.xtz) },
    { token: 'USDtz', by: saturatingSubtract(booked.usdtz, held.usdtz) },
  ].filter(({ by }) => by > 0n)
}

/** How much of the chamber may be paid out as dividend and to the ecosystem, and how much waits for recapitalisation. */
export function chamberOf(
  state: SiloState,
): { readonly worth: bigint; readonly payable: bigint } | undefined {
  const { books, cycle, supply } = state
  const { low } = conditionsOf(state)
  if (low === 0n) return undefined
  const worth = books.chamberUsd + valueDown(books.chamberXtz, low)
  return { worth, payable: payableFromChamber(worth, cycle.maxSupply, supply) }
}
