/** Two years of the reserve in half-month cycles, as data. Days count to the end of the scenario; amounts are whole. */

/** The end of a cycle, and what has happened in it just before: the price then, and what was earned, USD and XTZ. */
export type CyclePlan = { readonly price: number; readonly usd?: number; readonly xtz?: number }

export const cycles: readonly CyclePlan[] = [
  // Filling Silo 2: from 100% to 200%.
  { price: 1, usd: 70_000 },
  { price: 1, usd: 70_000 },
  { price: 0.98, usd: 70_000 },
  { price: 1.02, usd: 70_000 },
  { price: 1, usd: 80_000 },
  // The latch is set; filling 3, then 4: to 400%.
  { price: 1.03, usd: 200_000 },
  { price: 1.05, usd: 210_000 },
  { price: 1.04, xtz: 140_000 },
  { price: 1.06, xtz: 140_000 },
  { price: 1.05, xtz: 150_000 },
  // Harvests.
  { price: 1.1, usd: 40_000 },
  { price: 1.12, usd: 60_000, xtz: 40_000 },
  { price: 1.15, usd: 80_000 },
  // A crash; then Silo 3 runs out, and minting stops.
  { price: 0.5, usd: 5_000 },
  { price: 0.12, usd: 5_000 },
  { price: 0.3, usd: 20_000 },
  { price: 0.45, usd: 20_000 },
  { price: 0.55, usd: 20_000 },
  { price: 0.6, usd: 20_000 },
  { price: 0.62, usd: 20_000 },
  // A boom.
  { price: 1.2, usd: 20_000 },
  { price: 1.25, usd: 20_000 },
  { price: 1.22, xtz: 20_000 },
  { price: 1.24, usd: 20_000 },
  { price: 1.2, usd: 70_000 },
  { price: 1.22, usd: 30_000, xtz: 12_000 },
]

/** Who mints at the start: accounts by index, and whole USDtz. */
export const founders: readonly (readonly [number, number])[] = [
  [0, 6_000],
  [1, 120_000],
  [2, 90_000],
  [3, 84_000],
  [4, 60_000],
  [5, 40_000],
]

/** How the chamber was distributed after a cycle, in basis points: equal, full, dividend, ecosystem. */
export const distributions: Readonly<Record<number, readonly [number, number, number, number]>> = {
  11: [0, 0, 10_000, 0],
  12: [10_000, 0, 0, 0],
  13: [0, 10_000, 0, 0],
  21: [2_500, 2_500, 2_500, 2_500],
  25: [5_000, 0, 4_000, 1_000],
}
