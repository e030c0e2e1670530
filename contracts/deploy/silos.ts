import { getContractAddress, type Address } from 'viem'
import type { Kit } from './kit'

/** Sources of prices, and the exchange that conversions go through; the rest of the settings is `SiloParameters`. */
export type SilosParameters = {
  /** 6 decimals each. */
  readonly usdc: Address
  readonly xtz: Address
  /** A pair of both in the manner of Uniswap v2, with cumulative prices. */
  readonly pair: Address
  readonly xtzFeed: Address
  readonly usdcFeed: Address
  /** Window of the exchange's average, in seconds. */
  readonly windowSeconds: number
  /** As contracts/src/silos/SiloTypes.sol has them, without the four sources. rules.md S */
  readonly settings: {
    /** USDtz, 6 decimals. */
    readonly latchMinSupply: bigint
    readonly feedHeartbeatSeconds: bigint
    readonly dexHeartbeatSeconds: bigint
    readonly usdcHeartbeatSeconds: bigint
    readonly maxDeviationBps: bigint
    readonly slippageBps: bigint
    readonly xtzSpreadBps: bigint
    readonly feedThresholdBps: bigint
    readonly depegBps: bigint
    readonly cycleSeconds: bigint
    readonly repeatSeconds: bigint
    readonly voteSeconds: bigint
    readonly delaySeconds: bigint
    readonly ecosystem: Address
    /** Stops entries, never exits. */
    readonly pauser: Address
  }
  /** Who votes, and with which weight. */
  readonly board: readonly (readonly [trustee: Address, weight: bigint])[]
}

/** The reserve, which creates USDtz, with its settings and trustees. Nobody is its administrator: trustees vote. */
export function putSilos({ create, ahead }: Kit, parameters: SilosParameters) {
  const { usdc, xtz, pair, board } = parameters
  const dexSource = create('DexTwapSource', [pair, xtz, parameters.windowSeconds])
  const sources = {
    feedSource: create('FeedSource', [parameters.xtzFeed]),
    dexSource,
    usdcSource: create('FeedSource', [parameters.usdcFeed]),
    exchange: create('PairExchange', [pair]),
  }
  // The settings name the trustees' address, and nothing can change it.
  const settings = create('SiloSettings', [ahead(2), { ...parameters.settings, ...sources }])
  const reserve = create('SiloReserve', [usdc, xtz, settings])
  const accounts = board.map(([account]) => account)
  const weights = board.map(([, weight]) => weight)
  const trustees = create('Trustees', [reserve, settings, accounts, weights])
  // The first contract that the reserve creates.
  const usdtz = getContractAddress({ from: reserve, nonce: 1n })
  return { reserve, trustees, settings, usdtz, usdc, xtz, pair, dexSource }
}
