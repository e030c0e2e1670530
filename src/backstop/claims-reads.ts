import type { Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { twapOracleAbi } from '../../abis/TwapOracle'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import type { Staker } from '../math/backstop-warrants'
import type { SeriesAddresses } from './snapshot'
import { t } from '../words/t'

/** So many stakers are read at once for a list; a person asks for more. */
export const STAKERS_AT_ONCE = 500

/** Where the average prices come from. */
export type Oracles = { readonly mstr: Address; readonly btc: Address }

const HOUR_SECONDS = 3600n

/** The last full hour: an average that ends there never changes. */
export function lastHour(timestamp: bigint): bigint {
  return timestamp - (timestamp % HOUR_SECONDS)
}

/** Average prices over the `window` seconds up to `end` (unix seconds, not in the future), recorded or not. rules.md B13 */
export function priceReads(oracles: Oracles, end: bigint, window: bigint) {
  const preview = {
    abi: twapOracleAbi,
    functionName: 'preview',
    args: [end, window],
    rule: 'B13',
  } as const
  return {
    mstr: read({ ...preview, address: oracles.mstr, label: t`MSTR average price` }),
    btc: read({ ...preview, address: oracles.btc, label: t`BTC average price` }),
  }
}

/** The first `most` stakers, and the shares of those known so far: the list comes first, their shares one read later. */
export function stakersReads({ pool }: SeriesAddresses, known: readonly Address[], most: bigint) {
  const contract = { address: pool, label: t`Backstop pool`, abi: backstopPoolAbi } as const
  return {
    list: read({ ...contract, functionName: 'stakers', args: [0n, most] }),
    shares: known.map((staker) =>
      read({ ...contract, functionName: 'sharesOf', args: [staker], rule: 'B2' }),
    ),
  }
}

/** All stakers with their shares, or undefined while one of them is not known. */
export function stakersOf(
  readings: Readings<ReturnType<typeof stakersReads>> | undefined,
  known: readonly Address[],
): readonly Staker[] | undefined {
  const list = knownValue(readings?.list)
  if (!list || list.length !== known.length) return undefined
  const stakers: Staker[] = []
  for (const [index, address] of list.entries()) {
    const shares = knownValue(readings?.shares[index])
    if (shares === undefined || readings?.shares[index]?.source.args[0] !== address) return undefined
    stakers.push({ address, shares })
  }
  return stakers
}
