import { classes } from '../ui/classes'

type Stop = { readonly name: string; readonly does: string }
/** What moves between two stops; `isBack`: from the second to the first. */
type Move = { readonly label: string; readonly isBack?: boolean }

type FlowPictureProps = {
  /** The same in one sentence. */
  label: string
  stops: readonly [Stop, Stop, Stop]
  /** Between the first and the second stop, and between the second and the third. */
  moves: readonly [readonly Move[], readonly Move[]]
}

/** Who gives what to whom: three stops in a row, one below the other on a narrow screen. */
export function FlowPicture({ label, stops: [first, middle, last], moves: [left, right] }: FlowPictureProps) {
  return (
    <div role="img" aria-label={label} className="flex gap-2 max-sm:flex-col sm:items-center">
      <Box {...first} />
      <Moves moves={left} />
      <Box {...middle} isMiddle />
      <Moves moves={right} />
      <Box {...last} />
    </div>
  )
}

function Box({ name, does, isMiddle = false }: Stop & { isMiddle?: boolean }) {
  return (
    <div
      className={classes(
        'rounded-md border px-3 py-2.5 text-center sm:basis-0 sm:grow-3',
        isMiddle ? 'border-2 border-accent' : 'border-line-strong',
      )}
    >
      <div className="font-semibold">{name}</div>
      <div className="text-xs text-muted">{does}</div>
    </div>
  )
}

function Moves({ moves }: { moves: readonly Move[] }) {
  return (
    <div className="grid gap-2 max-sm:justify-center sm:basis-0 sm:grow-2">
      {moves.map(({ label, isBack = false }) => (
        <div key={label} className="text-xs font-medium max-sm:flex max-sm:items-center max-sm:gap-2">
          <span className="block text-center max-sm:order-1">{label}</span>
          <Arrow isBack={isBack} />
        </div>
      ))}
    </div>
  )
}

/** As long as there is room; on a narrow screen turned down. */
function Arrow({ isBack }: { isBack: boolean }) {
  return (
    <span
      className={classes(
        'flex items-center text-accent max-sm:w-5 max-sm:rotate-90 max-sm:rtl:-rotate-90',
        isBack && 'flex-row-reverse',
      )}
    >
      <span className="h-0.5 flex-1 bg-current" />
      <svg
        viewBox="0 0 6 8"
        className={classes('h-2 w-1.5', isBack ? '-scale-x-100 rtl:scale-x-100' : 'rtl:-scale-x-100')}
        fill="currentColor"
      >
        <path d="M0 0 6 4 0 8Z" />
      </svg>
    </span>
  )
}
