/** The market of the local chain: both sources and the exchange, as calls of the keeper. */
import { parseAbi, type Address } from 'viem'
import { devPairAbi } from '../../../abis/DevPair'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { dexTwapSourceAbi } from '../../../abis/DexTwapSource'
import { siloSettingsAbi } from '../../../abis/SiloSettings'
import { keeper } from '../../accounts'
import { call } from '../../calls'
import { readContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Call } from '../../script'
import type { SilosContracts } from './deploy'

type Source = 'dexSource' | 'feed' | 'usdcFeed'

/** The pair, and what the three sources are made of. */
export type Market = Pick<SilosContracts, 'pair' | 'xtz' | Source>

/** What config.json names: the sources are the settings' to tell. */
export type Known = Omit<SilosContracts, Source>

/** The sources that count now. */
export async function marketOf(rpc: Rpc, { pair, xtz, settings }: Known): Promise<Market> {
  const { feedSource, dexSource, usdcSource } = await readContract(rpc, {
    address: settings,
    abi: siloSettingsAbi,
    functionName: 'parameters',
  })
  const feedOf = (source: Address) =>
    readContract(rpc, {
      address: source,
      abi: parseAbi(['function feed() view returns (address)']),
      functionName: 'feed',
    })
  return { pair, xtz, dexSource, feed: await feedOf(feedSource), usdcFeed: await feedOf(usdcSource) }
}

/** XTZ in the exchange: a conversion of the reserve's size costs its fee and little more. */
const DEPTH = 1_000_000_000_000_000n

/** A price of XTZ in the feed's units (8 decimals). */
export const feedPrice = (price: number): bigint => BigInt(Math.round(price * 1e8))

/** The exchange is at a price (8 decimals) from now on, and its average begins. */
export function movePair({ pair, xtz, dexSource }: Market, price: bigint): Call[] {
  return [
    call(keeper, { address: pair, abi: devPairAbi }, 'setReserves', [
      xtz,
      DEPTH,
      (DEPTH * price) / 10n ** 8n,
    ]),
    call(keeper, { address: dexSource, abi: dexTwapSourceAbi }, 'observe'),
  ]
}

/** Both feeds answer as of now; prices have 8 decimals. */
export function answer({ feed, usdcFeed }: Market, price: bigint, usdcPrice = 10n ** 8n): Call[] {
  return [
    call(keeper, { address: feed, abi: devPriceFeedAbi }, 'setAnswer', [price]),
    call(keeper, { address: usdcFeed, abi: devPriceFeedAbi }, 'setAnswer', [usdcPrice]),
  ]
}
