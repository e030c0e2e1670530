import type { Address } from 'viem'

import { warrantOrder, type Staker } from '../math/backstop-warrants'
import { warrantsOf } from './claims-view'
import type { Claim } from './plans'
import type { SeriesState } from './snapshot'

/**
 * What a claim pays once the contract has ranked all stakers, and whom it has to rank before; `stakers` is empty where
 * that is done, or not known. `alreadyRanked`: by the account itself, should it have been interrupted. rules.md B10
 */
export function rankedClaim(
  due: Claim,
  { warrantTotal, totalShares }: Pick<SeriesState, 'warrantTotal' | 'totalShares'>,
  stakers: readonly Staker[],
  account: Address | undefined,
  alreadyRanked: bigint,
): { readonly due: Claim; readonly stakersInOrder: readonly Address[] } {
  const warrants =
    stakers.length > 0 && account ? warrantsOf(account, warrantTotal, stakers, totalShares) : 0n
  if (warrants === 0n) return { due, stakersInOrder: [] }
  const order = warrantOrder(warrantTotal, stakers, totalShares)
  return {
    due: { ...due, warrants: due.warrants + warrants },
    // Counted by comparing, so that no bigint has to become a number.
    stakersInOrder: order.filter((_, index) => BigInt(index) >= alreadyRanked).map(({ address }) => address),
  }
}
