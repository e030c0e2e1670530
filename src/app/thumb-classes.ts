/** A place in the bar at the bottom of a narrow screen: a link, or the button that opens the sheet of systems. */
export const thumbClass =
  'flex min-h-(--thumb-bar) w-full flex-col items-center justify-center gap-0.5 border-t-2 text-[min(0.75rem,4.5vw)] transition-colors'
export const hereClass = 'border-accent font-medium text-ink'
export const awayClass = 'border-transparent text-muted hover:text-ink'
