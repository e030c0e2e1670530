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
      {/* A scale of numbers runs as those of the charts do. */}
      <div
        aria-hidden="true"
        dir="ltr"
        className={classes(
          'forced-color-adjust-none relative',
          marks.length > 0 && 'mt-5',
          marks.length > 1 && 'mb-5',
        )}
      >
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
            className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-ink"
            style={{ left: barPercent(mark.value, length) }}
          />
        ))}
        {marks.map((mark, index) => {
          const left = barPercent(mark.value, length)
          return (
            <span
              key={mark.label}
              className={classes(
                'absolute text-[0.6875rem] leading-4 font-medium whitespace-nowrap',
                // By turns above and below, so that marks close together don't write over each other.
                index % 2 === 0 ? '-top-5.5' : '-bottom-5.5',
              )}
              // Shifted by as much of its own width as it stands along the bar: it never leaves the bar.
              style={{ left, translate: `-${left}` }}
            >
              {mark.label}
            </span>
          )
        })}
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-xs">
        {segments.map((segment) => (
          <div key={segment.label} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-muted">
              <span
                aria-hidden="true"
                className={classes('forced-color-adjust-none size-2.5 rounded-xs', fill[segment.kind])}
              />
              {segment.label}
            </dt>
            <dd className="font-medium">
              <bdi>{format(segment.value)}</bdi>
            </dd>
          </div>
        ))}
        {marks.map((mark) => (
          <div key={mark.label} className="flex items-center gap-1.5">
            <dt className="flex items-center gap-1.5 text-muted">
              <span aria-hidden="true" className="h-3 w-0.5 bg-ink" />
              {mark.label}
            </dt>
            <dd className="font-medium">
              <bdi>{format(mark.value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  )
}
