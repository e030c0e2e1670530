import type { Address } from 'viem'

import type { ChainReader } from '../chain/chain-reader'
import { newsOf, standingOf, type Condition, type News, type Told } from '../system/conditions'
import { known } from '../system/plan-option'
import type { Found } from '../system/script'
import { atHead } from './open'
import { positionsOf } from './positions'

/** What one look at an account has found. */
export type Look = {
  readonly blockNumber: bigint
  readonly news: readonly News[]
  /** Everything that is to be told of now, told before or not. */
  readonly standing: readonly Condition[]
  /** What has been told once the news is: the next look begins with it. */
  readonly told: Told
  /** What could not be read, in sentences: of that nothing is over. */
  readonly unread: readonly string[]
}

/** Looks at everything an account is to be told of, by the same thresholds as the app's alerts. */
export async function look(chain: ChainReader, account: Address, told: Told): Promise<Found<Look>> {
  const at = await atHead(chain)
  if (!at.isKnown) return at
  const { number: blockNumber, timestamp } = at.value.block
  const positions = await positionsOf(at.value, account)
  const standing = positions.flatMap(({ id, report }) =>
    report.isKnown ? [standingOf(id, report.value, timestamp)] : [],
  )
  const unread = positions.flatMap(({ report }) => (report.isKnown ? [] : [report.reason]))
  const conditions = standing.flatMap((one) => one.conditions)
  return known({ blockNumber, unread, standing: conditions, ...newsOf(told, standing) })
}
