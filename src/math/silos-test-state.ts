import { emptyBooks, type Parameters, type SiloState } from '../math/silos-state'
import { DAY_SECONDS, WAD } from '../math/units'

/** 1,000,000 of anything with 6 decimals. */
export const MILLION = 1_000_000_000_000n
const NOW = 1_764_000_000n

export const parameters: Parameters = {
  latchMinSupply: 1_000_000_000n,
  feedHeartbeatSeconds: 3_600n,
  dexHeartbeatSeconds: 3_600n,
  usdcHeartbeatSeconds: DAY_SECONDS,
  maxDeviationBps: 300n,
  slippageBps: 100n,
  xtzSpreadBps: 100n,
  depegBps: 50n,
  cycleSeconds: 30n * DAY_SECONDS,
  repeatSeconds: DAY_SECONDS,
}

const quote = (price: bigint) => ({ price, updatedAt: NOW })

/** The reserve of the screens: 2,000,000 USDtz at 291%, XTZ at $0.84 on one source and $0.846 on the other. */
export const pictured: SiloState = {
  time: NOW,
  books: {
    ...emptyBooks,
    f1: 2n * MILLION,
    x2: (5n * MILLION) / 2n,
    f3: 1_240_000_000_000n,
    x4: 571_428_571_428n,
    chamberUsd: 42_300_000_000n,
  },
  supply: 2n * MILLION,
  inventory: 120_000_000_000n,
  isLatched: true,
  isPaused: false,
  cycle: {
    ...{ number: 20n, lastEnd: NOW - 18n * DAY_SECONDS, closedAt: NOW - 18n * DAY_SECONDS },
    ...{ harvestUsd: 0n, harvestXtz: 0n, maxSupply: 0n },
  },
  feed: quote((846n * WAD) / 1_000n),
  dex: quote((84n * WAD) / 100n),
  usdc: quote(WAD),
  pool: { usd: 84n * MILLION, xtz: 100n * MILLION },
  parameters,
}

/** The same where XTZ costs `price` (WAD) everywhere. */
export function atPrice(price: bigint, state: SiloState = pictured): SiloState {
  const { time } = state
  const now = { price, updatedAt: time }
  return { ...state, feed: now, dex: now, pool: { usd: (state.pool.xtz * price) / WAD, xtz: state.pool.xtz } }
}
