import type { ReactNode } from 'react'

import type { Staker } from '../math/backstop-warrants'
import type { Series } from './snapshot'
import { useClosedStakers } from './use-stakers'

/** The stakers of series, by the series' id; one that is not there is being read, or can't be. */
type StakersOf = ReadonlyMap<number, readonly Staker[]>

type EachStakersProps = {
  series: readonly Series[]
  told?: StakersOf
  children: (told: StakersOf) => ReactNode
}

/** Reads the stakers of one series after the other, and hands them on together. */
export function EachStakers({ series, told = new Map(), children }: EachStakersProps): ReactNode {
  const [first, ...rest] = series
  if (!first) return children(told)
  return (
    <OfOne key={first.id} series={first}>
      {(stakers) => (
        <EachStakers series={rest} told={stakers ? new Map([...told, [first.id, stakers]]) : told}>
          {children}
        </EachStakers>
      )}
    </OfOne>
  )
}

function OfOne(props: {
  series: Series
  children: (stakers: readonly Staker[] | undefined) => ReactNode
}): ReactNode {
  return props.children(useClosedStakers(props.series, true))
}
