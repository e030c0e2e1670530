import { useMemo } from 'react'

import { useFixed } from '../chain/use-snapshot'
import { knownValue } from '../math/reading'
import type { Staker } from '../math/backstop-warrants'
import { stakersOf, stakersReads } from './claims-reads'
import type { Series } from './snapshot'

const nobody: readonly [] = []

/** More are not ranked here: what they get is not known until the contract has ranked them. */
const MOST_RANKED = 10_000n

/**
 * All stakers of a series whose staking has closed: from then on neither they nor their shares change. Of a part of them
 * no rank follows, so it is all or undefined. rules.md B2
 */
export function useClosedStakers(series: Series, isNeeded: boolean): readonly Staker[] | undefined {
  const { addresses } = series
  const held = knownValue(series.state)?.stakerCount
  const count = held !== undefined && held <= MOST_RANKED ? held : undefined
  const list = useFixed(
    'backstop.stakers',
    useMemo(
      () => (isNeeded && count !== undefined ? stakersReads(addresses, nobody, count) : undefined),
      [isNeeded, addresses, count],
    ),
  )
  const told = list.status === 'ready' ? knownValue(list.snapshot.data.list) : undefined
  const known = told && BigInt(told.length) === count ? told : undefined
  const shares = useFixed(
    'backstop.stakers',
    useMemo(
      () => (known && count !== undefined ? stakersReads(addresses, known, count) : undefined),
      [addresses, known, count],
    ),
  )
  return shares.status === 'ready' && known ? stakersOf(shares.snapshot.data, known) : undefined
}
