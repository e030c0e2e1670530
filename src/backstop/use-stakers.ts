import { useMemo } from 'react'

import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { Staker } from '../math/backstop'
import { stakersOf, stakersReads } from './claims-reads'
import type { Series } from './snapshot'

const nobody: readonly [] = []

/** The stakers of a series whose staking has closed: from then on neither they nor their shares change. rules.md B2 */
export function useClosedStakers(series: Series, isNeeded: boolean): readonly Staker[] | undefined {
  const { addresses } = series
  const list = useFixed(
    'backstop.stakers',
    useMemo(() => (isNeeded ? stakersReads(addresses, nobody) : undefined), [isNeeded, addresses]),
  )
  const known = list.status === 'ready' ? knownValue(list.snapshot.data.list) : undefined
  const shares = useFixed(
    'backstop.stakers',
    useMemo(() => known && stakersReads(addresses, known), [addresses, known]),
  )
  return shares.status === 'ready' && known ? stakersOf(shares.snapshot.data, known) : undefined
}
