import { getContractAddress, zeroAddress, type Address } from 'viem'
import type { Kit } from './kit'

/** Of an engine, as contracts/src/collateral/VaultTypes.sol has them, without its price and its pool. rules.md C */
export type EngineTerms = {
  readonly mintRatio: bigint
  readonly liquidationRatio: bigint
  readonly feeRay: bigint
  readonly penaltyBps: bigint
  readonly lateBps: bigint
  readonly graceSeconds: bigint
  readonly dust: bigint
  readonly line: bigint
  readonly ceilingBps: bigint
  readonly gap: bigint
  readonly ttlSeconds: bigint
  readonly liquidityMaxAge: bigint
  readonly keeperBps: bigint
  readonly buffer: bigint
  readonly tauSeconds: bigint
  readonly tailSeconds: bigint
  readonly cusp: bigint
}

/** A kind of collateral beside TAO: a token with a pool against TAO. */
export type SubnetParameters = {
  readonly token: Address
  /** A pair of the token and TAO in the manner of Uniswap v2, with cumulative prices. */
  readonly pair: Address
  readonly terms: EngineTerms
}

export type CollateralParameters<Symbol extends string = string> = {
  readonly usdc: Address
  readonly tao: Address
  /** TAO / USD. */
  readonly taoFeed: Address
  /** How long a change of parameters waits, seconds. */
  readonly delaySeconds: bigint
  /** How long a change of the book waits, seconds. */
  readonly bookDelaySeconds: bigint
  /** Window of the pools' averages, seconds. */
  readonly windowSeconds: bigint
  /** When the first due date of the engines is, seconds from now: within 30 days. */
  readonly firstDueSeconds: bigint
  /** Of each delayed price. rules.md C3, C8 */
  readonly osm: {
    /** Age of the oldest answer of the source that is taken, seconds: the feed's own heartbeat. */
    readonly feedSeconds: bigint
    /** Age up to which the price in force is fresh, seconds. */
    readonly heartbeatSeconds: bigint
    /** How far a second source may be from the last price. */
    readonly maxDeviationBps: bigint
  }
  /** Ratios (1e18 = 100%) and the sale below level 0, as contracts/src/collateral/BackingTypes.sol has them. */
  readonly backing: Readonly<Record<'target' | 'level0' | 'recovery' | 'safety' | 'bufferWad' | 'cusp', bigint>> &
    Readonly<Record<'tau' | 'tail', bigint>>
  readonly taoTerms: EngineTerms
  /** By the symbol of the token. */
  readonly subnets: Readonly<Record<Symbol, SubnetParameters>>
  /** Proposes parameters and new types, and adds backing; a multisig. */
  readonly governance: Address
  /** Freezes a price, and pauses entries. */
  readonly emergency: Address
}

/** The book, which creates TUSDT, the asset-backing vault, and an engine for each type. Governance names them to the book. */
export function putCollateral<Symbol extends string>(
  { create, now }: Kit,
  parameters: CollateralParameters<Symbol>,
) {
  const { usdc, tao, governance, emergency, delaySeconds, windowSeconds, osm } = parameters
  const taoSource = create('FeedSource', [parameters.taoFeed])
  const osmOf = (source: Address, leg: Address) =>
    create('Osm', [
      governance,
      delaySeconds,
      leg,
      [BigInt(source), 0n, osm.feedSeconds, osm.heartbeatSeconds, osm.maxDeviationBps, BigInt(emergency)],
    ])
  const taoOsm = osmOf(taoSource, zeroAddress)
  const book = create('TusdtBook', [governance, parameters.bookDelaySeconds, usdc])
  // The first contract that the book creates.
  const tusdt = getContractAddress({ from: book, nonce: 1n })
  const settings = create('BackingSettings', [
    governance,
    delaySeconds,
    { ...parameters.backing, protocol: governance, pauser: emergency },
  ])
  const backing = create('TaoBacking', [tao, usdc, tusdt, taoOsm, settings])
  const createEngine = (
    token: Address,
    priceModule: Address,
    liquiditySource: Address,
    terms: EngineTerms,
  ) =>
    create('VaultEngine', [
      book,
      token,
      governance,
      delaySeconds,
      BigInt(now) + parameters.firstDueSeconds,
      { ...terms, priceModule, liquiditySource, pauser: emergency },
    ])
  // TAO is sold everywhere: its ceiling is a number.
  const taoEngine = createEngine(tao, taoOsm, zeroAddress, parameters.taoTerms)
  const createSubnet = ({ token, pair, terms }: SubnetParameters) => {
    const average = create('DexTwapSource', [pair, token, windowSeconds])
    const price = osmOf(create('SubnetSource', [average, taoOsm]), taoOsm)
    return createEngine(token, price, create('PoolLiquidity', [average, taoSource, 18]), terms)
  }
  const entries = Object.entries<SubnetParameters>(parameters.subnets)
  const created = entries.map(([symbol, subnet]) => [symbol, createSubnet(subnet)])
  // One for each symbol.
  const subnets = Object.fromEntries(created) as Readonly<Record<Symbol, Address>>
  return { book, backing, usdc, tao, engines: { tao: taoEngine, subnets } }
}
