import type { ReactNode } from 'react'
import { classes } from './classes'

/** One labelled thing that is no number read from the chain (for those, `Figure`). */
export function Stat({ label, children, hint }: { label: string; children: ReactNode; hint?: string }) {
  return (
    <div role="group" aria-label={label} className="min-w-0">
      <div aria-hidden="true" className="flex min-h-6 items-center text-xs text-muted">
        {label}
      </div>
      <div translate="no" className="text-lg font-semibold">
        <bdi>{children}</bdi>
      </div>
      {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
    </div>
  )
}

const columnsAt = {
  2: 'sm:grid-cols-2',
  3: 'sm:grid-cols-3',
  4: 'sm:grid-cols-2 lg:grid-cols-4',
  5: 'sm:grid-cols-3 lg:grid-cols-5',
}

/** Figures and stats side by side, ruled by hairlines. */
export function StatGrid({
  children,
  columns = 4,
}: {
  children: ReactNode
  columns?: keyof typeof columnsAt
}) {
  return (
    <div
      className={classes(
        'side-by-side overflow-hidden rounded-lg border bg-surface sm:grid',
        '*:-mt-px *:-ms-px *:border-t *:border-s *:px-edge *:py-3',
        columnsAt[columns],
      )}
    >
      {children}
    </div>
  )
}
