import { useId } from 'react'
import { classes } from './classes'
import { barPercent } from './percent'

export type GaugeSegment = {
  readonly label: string
  readonly value: bigint
  /** `base` all others, `mine` the person's part, `added` what a preview would add to it. */
  readonly kind: 'base' | 'mine' | 'added'
}
export type GaugeMark = { readonly label: string; readonly value: bigint }

type GaugeProps = {
  label: string
  /** Stacked from the left, in the unit of `marks`. */
  segments: readonly GaugeSegment[]
  /** Levels that matter ("Minimum", "Cap"). */
  marks?: readonly GaugeMark[]
  /** Full length; by default a little more than the largest mark or the sum of the segments. */
  max?: bigint
  format: (value: bigint) => string
}

const fill = {
  base: 'bg-muted/55',
  mine: 'bg-accent',
  added: 'bg-hatch text-accent outline-1 -outline-offset-1 outline-accent',
}

/** A load line: how full something is against its marks, and which part of it is one's own. */
export function Gauge({ label, segments, marks = [], max, format }: GaugeProps) {
  const id = useId()
  const total = segments.reduce((sum, segment) => sum + segment.value, 0n)
  const highest = marks.reduce((top, mark) => (mark.value > top ? mark.value : top), total)
  const length = max ?? (highest * 21n) / 20n
  return (
    <figure aria-labelledby={id} className="grid gap-2">
      <figcaption
        id={id}
        className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-muted"
      >
        {label}
        <span className="text-sm font-medium text-ink">{format(total)}</span>
      </figcaption>
      <div aria-hidden="true" className="relative my-1">
        <div className="flex h-6 overflow-hidden rounded-sm bg-sunken ring-1 ring-line ring-inset">
          {segments.map((segment) => (
            <div
              key={segment.label}
              className={classes('h-full shrink-0 transition-[width]', fill[segment.kind])}
              style={{ width: barPercent(segment.value, length) }}
            />
          ))}
        </div>
        {marks.map((mark) => (
          <div
            key={mark.label}
            className="absolute -inset-y-1.5 w-0.5 -translate-x-1/2 bg-ink before:absolute before:top-0 before:left-1/2 before:size-1.5 before:-translate-x-1/2 before:-translate-y-1/2 before:rotate-45 before:bg-ink"
            style={{ left: barPercent(mark.value, length) }}
          />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
        {segments.map((segment) => (
          <div key={segment.label} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-muted">
              <span aria-hidden="true" className={classes('size-2.5 rounded-xs', fill[segment.kind])} />
              {segment.label}
            </dt>
            <dd className="font-medium">{format(segment.value)}</dd>
          </div>
        ))}
        {marks.map((mark) => (
          <div key={mark.label} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-muted">
              <span aria-hidden="true" className="h-3 w-0.5 bg-ink" />
              {mark.label}
            </dt>
            <dd className="font-medium">{format(mark.value)}</dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
