import { classes } from './classes'
import { barPercent } from './percent'

type ShareBarProps = {
  label: string
  part: bigint
  whole: bigint
  /** The share in words ("1.24%"), from math. */
  shareText: string
}

/** A part of a whole: a bar and its share in figures. */
export function ShareBar({ label, part, whole, shareText }: ShareBarProps) {
  return (
    <div className="grid gap-1 text-xs">
      <div className="flex justify-between gap-3">
        <span className="text-muted">{label}</span>
        <span className="font-medium">{shareText}</span>
      </div>
      <div
        aria-hidden="true"
        className="forced-color-adjust-none h-1.5 overflow-hidden rounded-full bg-sunken ring-1 ring-line ring-inset"
      >
        <div
          className={classes('h-full bg-accent', part > 0n && 'min-w-px')}
          style={{ width: barPercent(part, whole) }}
        />
      </div>
    </div>
  )
}
