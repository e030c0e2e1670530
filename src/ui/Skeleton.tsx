import { classes } from './classes'

/** Stands where something will be; `className` sets its size ("h-6 w-24"). */
export function Skeleton({ className = 'h-[1em] w-16' }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes('inline-block animate-pulse rounded bg-line align-middle', className)}
    />
  )
}
