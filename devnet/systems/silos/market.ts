/** The market of the local chain: both sources and the exchange, as calls of the keeper. */
import { devPairAbi } from '../../../abis/DevPair'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { dexTwapSourceAbi } from '../../../abis/DexTwapSource'
import { keeper } from '../../accounts'
import { call } from '../../calls'
import type { Call } from '../../script'
import type { SilosContracts } from './deploy'

/** XTZ in the exchange: a conversion of the reserve's size costs its fee and little more. */
const DEPTH = 1_000_000_000_000_000n

/** A price of XTZ in the feed's units (8 decimals). */
export const feedPrice = (price: number): bigint => BigInt(Math.round(price * 1e8))

/** The exchange is at a price (8 decimals) from now on, and its average begins. */
export function movePair({ pair, xtz, dexSource }: SilosContracts, price: bigint): Call[] {
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
export function answer({ feed, usdcFeed }: SilosContracts, price: bigint, usdcPrice = 10n ** 8n): Call[] {
  return [
    call(keeper, { address: feed, abi: devPriceFeedAbi }, 'setAnswer', [price]),
    call(keeper, { address: usdcFeed, abi: devPriceFeedAbi }, 'setAnswer', [usdcPrice]),
  ]
}
