import { classes } from './classes'
import { barPercent } from './percent'

type BarPart = {
  readonly key: string
  readonly amount: bigint
  /** Classes of its background; neighbours are told apart by a texture too, never by colour alone. */
  readonly fill: string
}

type PartsBarProps = {
  parts: readonly BarPart[]
  whole: bigint
  /** Its height. */
  className: string
}

/** Parts of a whole, one after the other; the figures beside it say the same to whoever does not see it. */
export function PartsBar({ parts, whole, className }: PartsBarProps) {
  return (
    <div
      aria-hidden="true"
      className={classes(
        'flex forced-color-adjust-none overflow-hidden rounded-sm bg-sunken ring-1 ring-line ring-inset',
        className,
      )}
    >
      {parts
        .filter(({ amount }) => amount > 0n)
        .map(({ key, amount, fill }) => (
          <div
            key={key}
            // Wide enough to be seen; the others give way.
            className={classes('h-full min-w-0.5 transition-[width]', fill)}
            style={{ width: barPercent(amount, whole) }}
          />
        ))}
    </div>
  )
}

/** What a part looks like in the bar, beside its name. */
export function PartKey({ fill }: Pick<BarPart, 'fill'>) {
  return (
    <span
      aria-hidden="true"
      className={classes('size-2.5 shrink-0 forced-color-adjust-none rounded-xs', fill)}
    />
  )
}
