import type { Address } from 'viem'
import { account, demo, keeper, treasurer } from '../../accounts'
import type { Kit } from '../../../contracts/deploy/kit'
import { putSilos } from '../../../contracts/deploy/silos'

export type SilosContracts = {
  readonly reserve: Address
  readonly trustees: Address
  readonly settings: Address
  readonly usdtz: Address
  readonly usdc: Address
  readonly xtz: Address
  /** The exchange of both, its average, and what the three sources say. */
  readonly pair: Address
  readonly dexSource: Address
  readonly feed: Address
  readonly usdcFeed: Address
}

/** Who votes, and with which weight: no one of them alone, and not without the demo account or all the others. */
export const board = [
  [demo, 30n],
  [account(1), 25n],
  [account(2), 25n],
  [account(3), 20n],
] as const

const day = 86_400n

/** A cycle of the local chain: half a month, so that two years of them fit its age. */
export const cycleDays = 15

/** Window of the exchange's average, in seconds. */
export const windowSeconds = 1_800

/** The reserve with its market, settings and trustees. */
export function deploySilos(kit: Kit): SilosContracts {
  const { create } = kit
  const usdc = create('DevUsdc')
  const xtz = create('DevCoin', ['XTZ', 6])
  const pair = create('DevPair', [usdc, xtz])
  const feed = create('DevPriceFeed', [8, 'XTZ / USD'])
  const usdcFeed = create('DevPriceFeed', [8, 'USDC / USD'])
  // Sources of a local chain answer when somebody moves its clock: they may be days old.
  const heartbeat = 7n * day
  const settings = {
    latchMinSupply: 10_000_000_000n,
    feedHeartbeatSeconds: heartbeat,
    dexHeartbeatSeconds: heartbeat,
    usdcHeartbeatSeconds: heartbeat,
    maxDeviationBps: 300n,
    slippageBps: 100n,
    xtzSpreadBps: 150n,
    feedThresholdBps: 50n,
    depegBps: 100n,
    cycleSeconds: BigInt(cycleDays) * day,
    repeatSeconds: day,
    voteSeconds: 3n * day,
    delaySeconds: 7n * day,
    ecosystem: treasurer,
    pauser: keeper,
  }
  const market = { usdc, xtz, pair, xtzFeed: feed, usdcFeed, windowSeconds }
  return { ...putSilos(kit, { ...market, settings, board }), feed, usdcFeed }
}
