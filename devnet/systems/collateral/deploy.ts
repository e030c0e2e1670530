import { getContractAddress, zeroAddress, type Address } from 'viem'
import { keeper, treasurer } from '../../accounts'
import type { Kit } from '../../system'
import { types, type TypePlan, type TypeSymbol } from './plan'

export type CollateralContracts = {
  readonly book: Address
  readonly backing: Address
  readonly usdc: Address
  readonly tao: Address
} & { readonly [Key in `engine${TypeSymbol}`]: Address }

/** Proposes parameters and new types, and adds backing. */
export const governance = treasurer

/** Freezes a price, and pauses. */
export const emergency = keeper

const day = 86_400n
const delay = 2n * day
const WAD = 10n ** 18n

/** Window of a pool's averages, in seconds: a hop of the price modules. */
export const windowSeconds = 3_600n

export const percent = (whole: number): bigint => (BigInt(whole) * WAD) / 100n

/** The book, the asset-backing vault, and an engine for each type. */
export function deployCollateral({ create, now }: Kit): CollateralContracts {
  const usdc = create('DevUsdc')
  const tao = create('DevCoin', ['TAO', 18])
  const taoSource = create('FeedSource', [create('DevPriceFeed', [8, 'TAO / USD'])])
  const osmOf = (source: Address, leg: Address) =>
    create('Osm', [
      governance,
      delay,
      leg,
      // Sources of a local chain answer when somebody moves its clock: they may be days old.
      [BigInt(source), 0n, 7n * day, 8n * day, 500n, BigInt(emergency)],
    ])
  const taoOsm = osmOf(taoSource, zeroAddress)
  const book = create('TusdtBook', [governance, day, usdc])
  // The first contract that the book creates.
  const tusdt = getContractAddress({ from: book, nonce: 1n })
  const levels = { target: percent(150), level0: percent(110), recovery: percent(110), safety: percent(70) }
  const sale = { bufferWad: percent(110), tau: 14_400n, tail: 7_200n, cusp: percent(40) }
  const roles = { protocol: governance, pauser: emergency }
  const settings = create('BackingSettings', [governance, delay, { ...levels, ...sale, ...roles }])
  const backing = create('TaoBacking', [tao, usdc, tusdt, taoOsm, settings])

  const createEngine = (symbol: TypeSymbol) => {
    const plan = types[symbol]
    const engineOf = (coin: Address, osm: Address, liquidity: Address) => {
      const terms = parametersOf(plan, osm, liquidity)
      return create('VaultEngine', [book, coin, governance, delay, BigInt(now) + 20n * day, terms])
    }
    // TAO is sold everywhere: its ceiling is a number.
    if (symbol === 'TAO') return engineOf(tao, taoOsm, zeroAddress)
    const coin = create('DevCoin', [symbol, 18])
    const average = create('DexTwapSource', [create('DevPair', [coin, tao]), coin, windowSeconds])
    const osm = osmOf(create('SubnetSource', [average, taoOsm]), taoOsm)
    return engineOf(coin, osm, create('PoolLiquidity', [average, taoSource, 18]))
  }
  return {
    ...{ book, backing, usdc, tao },
    engineTAO: createEngine('TAO'),
    engineSN64: createEngine('SN64'),
    engineSN8: createEngine('SN8'),
    engineSN4: createEngine('SN4'),
  }
}

function parametersOf(plan: TypePlan, priceModule: Address, liquiditySource: Address) {
  return {
    mintRatio: percent(plan.mintRatio),
    liquidationRatio: percent(plan.liquidationRatio),
    feeRay: plan.feeRay,
    penaltyBps: 1_100n,
    lateBps: 500n,
    graceSeconds: 5n * day,
    dust: BigInt(plan.dust) * WAD,
    line: 1_000_000n * WAD,
    ceilingBps: 200n,
    gap: 250_000n * WAD,
    ttlSeconds: day,
    liquidityMaxAge: 7n * day,
    keeperBps: 1_000n,
    buffer: percent(120),
    tauSeconds: 14_400n,
    tailSeconds: 7_200n,
    cusp: percent(40),
    priceModule,
    liquiditySource,
    pauser: emergency,
  }
}
