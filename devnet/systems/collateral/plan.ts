/** Collateral types, their vaults and their prices, as data. Days count to the end of the scenario; amounts are whole. */

/** What 1 becomes in a second at so many percent a year, RAY. */
const feeRay = {
  2: 1_000_000_000_627_937_192_491_029_810n,
  5: 1_000_000_001_547_125_957_863_212_448n,
  8: 1_000_000_002_440_418_608_258_400_030n,
  12: 1_000_000_003_593_629_043_335_673_582n,
} as const

export type TypeSymbol = 'TAO' | 'SN64' | 'SN8' | 'SN4'

export type TypePlan = {
  /** Percent. */
  readonly mintRatio: number
  readonly liquidationRatio: number
  readonly feeRay: bigint
  /** Least debt of a draw, whole TUSDT. */
  readonly dust: number
}

export const types: Readonly<Record<TypeSymbol, TypePlan>> = {
  TAO: { mintRatio: 155, liquidationRatio: 150, feeRay: feeRay[2], dust: 100 },
  SN64: { mintRatio: 220, liquidationRatio: 200, feeRay: feeRay[5], dust: 100 },
  SN8: { mintRatio: 320, liquidationRatio: 300, feeRay: feeRay[8], dust: 50 },
  // A full draw stands exactly on its liquidation price here. rules.md C6
  SN4: { mintRatio: 500, liquidationRatio: 500, feeRay: feeRay[12], dust: 50 },
}

export const symbols = ['TAO', 'SN64', 'SN8', 'SN4'] as const satisfies readonly TypeSymbol[]
export const subnets = ['SN64', 'SN8', 'SN4'] as const satisfies readonly TypeSymbol[]

/** Of TAO, US cents; of the others in TAO, millionths. */
export type Prices = Readonly<Record<TypeSymbol, number>>

export const calm: Prices = { TAO: 40_000, SN64: 200_000, SN8: 50_000, SN4: 150_000 }
/** SN64 falls by a quarter: two of its vaults are sold. */
export const dip: Prices = { ...calm, SN64: 150_000 }
/** SN8 is worth a quarter: a vault leaves bad debt. */
export const crash: Prices = { ...calm, SN8: 12_000 }
/** Today. */
export const fallen: Prices = { ...calm, TAO: 38_000, SN64: 180_000 }
/** What is queued: SN64 falls on. */
export const falling: Prices = { ...fallen, SN64: 174_000 }

/** Vaults of each type at the beginning: collateral in percent of what the liquidation ratio asks for, and whole TUSDT. */
export const vaults: readonly (readonly [percent: number, drawn: number])[] = [
  [126, 12_000],
  [132, 9_000],
  [140, 15_000],
  [160, 6_000],
  [190, 20_000],
  [230, 4_000],
  [300, 11_000],
  [400, 2_500],
  [600, 8_000],
]

/** Opened before the last fall: type, owner, per mille of what the liquidation ratio asks for then, whole TUSDT. */
export const late: readonly (readonly [
  symbol: TypeSymbol,
  owner: number,
  perMille: number,
  drawn: number,
])[] = [
  // One percent from liquidation after TAO's fall by 5%: 1,010 / 0.95.
  ['TAO', 0, 1_064, 10_000],
  // The queued price will liquidate it: 1,015 / (0.95 · 0.9).
  ['SN64', 3, 1_188, 7_000],
  // Can be liquidated, and nobody has: 980 / 0.95. After the fall nothing else of SN4 is.
  ['SN4', 4, 1_032, 3_000],
  // Sold after the fall: one auction that is stale by now, and one that runs: 970 / (0.95 · 0.9).
  ['SN64', 5, 1_135, 9_000],
  ['SN64', 6, 1_135, 5_000],
]
