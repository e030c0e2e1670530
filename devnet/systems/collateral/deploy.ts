import type { Address } from 'viem'
import { keeper, treasurer } from '../../accounts'
import { putCollateral, type EngineTerms } from '../../../contracts/deploy/collateral'
import type { Kit } from '../../../contracts/deploy/kit'
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
export function deployCollateral(kit: Kit): CollateralContracts {
  const { create } = kit
  const usdc = create('DevUsdc')
  const tao = create('DevCoin', ['TAO', 18])
  const createSubnet = (symbol: TypeSymbol) => {
    const token = create('DevCoin', [symbol, 18])
    return { token, pair: create('DevPair', [token, tao]), terms: termsOf(types[symbol]) }
  }
  const { engines, ...contracts } = putCollateral(kit, {
    ...{ usdc, tao, taoFeed: create('DevPriceFeed', [8, 'TAO / USD']) },
    ...{ delaySeconds: delay, bookDelaySeconds: day, windowSeconds, firstDueSeconds: 20n * day },
    // Sources of a local chain answer when somebody moves its clock: they may be days old.
    osm: { feedSeconds: 7n * day, heartbeatSeconds: 8n * day, maxDeviationBps: 500n },
    backing: {
      ...{ target: percent(150), level0: percent(110), recovery: percent(110), safety: percent(70) },
      ...{ bufferWad: percent(110), tau: 14_400n, tail: 7_200n, cusp: percent(40) },
    },
    taoTerms: termsOf(types.TAO),
    subnets: { SN64: createSubnet('SN64'), SN8: createSubnet('SN8'), SN4: createSubnet('SN4') },
    governance,
    emergency,
  })
  const { SN64: engineSN64, SN8: engineSN8, SN4: engineSN4 } = engines.subnets
  return { ...contracts, engineTAO: engines.tao, engineSN64, engineSN8, engineSN4 }
}

function termsOf(plan: TypePlan): EngineTerms {
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
  }
}
