import type { ReactNode } from 'react'

import { classes } from '../ui/classes'
import { PartsBar } from '../ui/PartsBar'
import type { StakeSplit } from './view'

type Part = 'claimable' | 'withdrawn' | 'locked' | 'used'

const fills: Readonly<Record<Part, string>> = {
  claimable: 'bg-accent',
  withdrawn: 'bg-hatch text-accent',
  locked: 'bg-muted/55',
  used: 'bg-hatch text-danger',
}

/** Where every unit of a stake is, as a bar; the figures under it carry the same fills as keys. rules.md B7 */
export function SplitBar({ split }: { split: StakeSplit }) {
  return (
    <PartsBar
      className="h-4"
      whole={split.staked}
      parts={(['claimable', 'withdrawn', 'locked', 'used'] as const).map((part) => ({
        key: part,
        amount: split[part],
        fill: fills[part],
      }))}
    />
  )
}

/** A figure with the fill of its part of the bar. */
export function KeyedFigure({ part, children }: { part: Part; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-2.5">
      <span
        aria-hidden="true"
        className={classes('my-1 w-1 shrink-0 forced-color-adjust-none rounded-full', fills[part])}
      />
      {children}
    </div>
  )
}
