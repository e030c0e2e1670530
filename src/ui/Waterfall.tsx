import { useId } from 'react'
import { classes } from './classes'
import { barPercent } from './percent'

export type WaterfallSegment = {
  readonly label: string
  readonly amount: bigint
  /** `first` is spent first, `then` after it, `free` is untouched, `short` is missing. */
  readonly kind: 'first' | 'then' | 'free' | 'short'
}
export type WaterfallRow = { readonly label: string; readonly segments: readonly WaterfallSegment[] }

type WaterfallProps = {
  label: string
  rows: readonly WaterfallRow[]
  format: (amount: bigint) => string
}

const fill = {
  first: 'bg-accent',
  then: 'bg-hatch text-accent outline-1 -outline-offset-1 outline-accent',
  free: 'bg-sunken ring-1 ring-line-strong/50 ring-inset',
  short: 'bg-hatch text-danger outline-1 -outline-offset-1 outline-danger',
}

/** Which source pays what: rows of stacked segments on one scale, every amount also written out. */
export function Waterfall({ label, rows, format }: WaterfallProps) {
  const id = useId()
  const lengths = rows.map((row) => row.segments.reduce((sum, segment) => sum + segment.amount, 0n))
  const longest = lengths.reduce((top, length) => (length > top ? length : top), 0n)
  return (
    <figure aria-labelledby={id} className="grid gap-4">
      <figcaption id={id} className="text-xs text-muted">
        {label}
      </figcaption>
      {rows.map((row, index) => (
        <div key={row.label} className="grid gap-1.5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
            <span className="font-medium">{row.label}</span>
            <span>{format(lengths[index] ?? 0n)}</span>
          </div>
          <div aria-hidden="true" className="flex h-5 forced-color-adjust-none">
            {row.segments.map((segment) => (
              <div
                key={segment.label}
                className={classes(
                  'h-full shrink-0 transition-[width] first:rounded-s-sm last:rounded-e-sm',
                  fill[segment.kind],
                )}
                style={{ width: barPercent(segment.amount, longest) }}
              />
            ))}
          </div>
          <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
            {row.segments.map((segment) => (
              <div key={segment.label} className="flex items-center gap-1.5">
                <dt className="flex items-center gap-1.5 text-muted">
                  <span
                    aria-hidden="true"
                    className={classes('forced-color-adjust-none size-2.5 rounded-xs', fill[segment.kind])}
                  />
                  {segment.label}
                </dt>
                <dd className="font-medium">{format(segment.amount)}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </figure>
  )
}
