/** What prices and ceilings are made of, found from the contracts that config.json names, and how it is moved. */
import { parseAbi, type Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { devPairAbi } from '../../../abis/DevPair'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { dexTwapSourceAbi } from '../../../abis/DexTwapSource'
import { osmAbi } from '../../../abis/Osm'
import { poolLiquidityAbi } from '../../../abis/PoolLiquidity'
import { subnetSourceAbi } from '../../../abis/SubnetSource'
import { taoBackingAbi } from '../../../abis/TaoBacking'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { keeper } from '../../accounts'
import { call } from '../../calls'
import { readContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Call } from '../../script'
import type { CollateralContracts } from './deploy'

/** What config.json names. */
export type Known = Pick<CollateralContracts, 'book' | 'backing'>

/** A subnet token's pool against TAO, the average of its price, and of its liquidity. */
export type Pool = { readonly pair: Address; readonly average: Address; readonly liquidity: Address }

export type Type = {
  readonly engine: Address
  readonly coin: Address
  readonly symbol: string
  readonly osm: Address
  /** Undefined for TAO itself. */
  readonly pool: Pool | undefined
}

export type Market = {
  readonly tao: Address
  readonly taoOsm: Address
  readonly taoFeed: Address
  readonly settings: Address
  readonly types: readonly Type[]
}

/** TAO in each pool. */
const DEPTH = 250_000n * 10n ** 18n

const feedAbi = parseAbi(['function feed() view returns (address)'])

/** The market of these engines. */
export async function marketOf(
  rpc: Rpc,
  { backing }: Pick<Known, 'backing'>,
  engines: readonly Address[],
): Promise<Market> {
  const onBacking = { address: backing, abi: taoBackingAbi } as const
  const [tao, taoOsm, settings] = await Promise.all([
    readContract(rpc, { ...onBacking, functionName: 'tao' }),
    readContract(rpc, { ...onBacking, functionName: 'osm' }),
    readContract(rpc, { ...onBacking, functionName: 'settings' }),
  ])
  const taoSource = await readContract(rpc, { address: taoOsm, abi: osmAbi, functionName: 'src' })
  const taoFeed = await readContract(rpc, { address: taoSource, abi: feedAbi, functionName: 'feed' })
  const types = await Promise.all(engines.map((engine) => typeOf(rpc, engine, taoOsm)))
  return { tao, taoOsm, taoFeed, settings, types }
}

async function typeOf(rpc: Rpc, engine: Address, taoOsm: Address): Promise<Type> {
  const onEngine = { address: engine, abi: vaultEngineAbi } as const
  const coin = await readContract(rpc, { ...onEngine, functionName: 'collateral' })
  const symbol = await readContract(rpc, { address: coin, abi: devCoinAbi, functionName: 'symbol' })
  const { priceModule: osm, liquiditySource: liquidity } = await readContract(rpc, {
    ...onEngine,
    functionName: 'parameters',
  })
  if (osm === taoOsm) return { engine, coin, symbol, osm, pool: undefined }
  const source = await readContract(rpc, { address: osm, abi: osmAbi, functionName: 'src' })
  const average = await readContract(rpc, { address: source, abi: subnetSourceAbi, functionName: 'pool' })
  const pair = await readContract(rpc, { address: average, abi: dexTwapSourceAbi, functionName: 'pair' })
  return { engine, coin, symbol, osm, pool: { pair, average, liquidity } }
}

/** The feed of TAO answers as of now, in US cents. */
export const answerTao = ({ taoFeed }: Market, cents: number): Call =>
  call(keeper, { address: taoFeed, abi: devPriceFeedAbi }, 'setAnswer', [BigInt(cents) * 10n ** 6n])

/** A pool is at a price from now on, in millionths of TAO. */
export const movePool = ({ pair }: Pool, coin: Address, millionths: bigint): Call =>
  call(keeper, { address: pair, abi: devPairAbi }, 'setReserves', [
    coin,
    (DEPTH * 1_000_000n) / millionths,
    DEPTH,
  ])

/** The average of a pool's price begins anew, if a window has passed. */
export const observePrice = ({ average }: Pool): Call =>
  call(keeper, { address: average, abi: dexTwapSourceAbi }, 'observe')

/** A sample of a pool's liquidity; not in a block in which the pool has moved. */
export const observeLiquidity = ({ liquidity }: Pool): Call =>
  call(keeper, { address: liquidity, abi: poolLiquidityAbi }, 'observe')

export const poke = (osm: Address): Call => call(keeper, { address: osm, abi: osmAbi }, 'poke')
