import type { Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { twapOracleAbi } from '../../abis/TwapOracle'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import type { Staker } from '../math/backstop'
import type { SeriesAddresses } from './snapshot'
import { DAY_SECONDS } from '../math/units'

/** Stakers read at most: above it the list is said to be incomplete. One call carries about 500 comfortably. */
export const MOST_STAKERS = 500n

/** 24 h average prices up to `end` (unix seconds, not in the future). rules.md B13 */
export function priceReads(oracles: { readonly mstr: Address; readonly btc: Address }, end: bigint) {
  const twap = {
    abi: twapOracleAbi,
    functionName: 'twap',
    args: [end, DAY_SECONDS],
    rule: 'B13',
  } as const
  return {
    mstr: read({ ...twap, address: oracles.mstr, label: 'MSTR average price' }),
    btc: read({ ...twap, address: oracles.btc, label: 'BTC average price' }),
  }
}

/** The stakers of a series, and the shares of those known so far: the list comes first, their shares one read later. */
export function stakersReads({ pool }: SeriesAddresses, known: readonly Address[]) {
  const contract = { address: pool, label: 'Backstop pool', abi: backstopPoolAbi } as const
  return {
    list: read({ ...contract, functionName: 'stakers', args: [0n, MOST_STAKERS] }),
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
