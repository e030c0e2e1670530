import { classes } from './classes'

type ChoicesProps = {
  label: string
  choices: readonly { readonly id: string; readonly label: string }[]
  /** Undefined: all of them, or none. */
  chosen: string | undefined
  /** Without one, pressing what is chosen chooses nothing. */
  allLabel?: string
  onChoose: (id: string | undefined) => void
}

/** One of a few to look at, or all of them, or none. */
export function Choices({ label, choices, chosen, allLabel, onChoose }: ChoicesProps) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-2">
      {[...(allLabel === undefined ? [] : [{ id: undefined, label: allLabel }]), ...choices].map((choice) => (
        <button
          key={choice.id ?? ''}
          type="button"
          aria-pressed={choice.id === chosen}
          className={classes(
            'min-h-11 rounded-md border px-3 text-xs font-medium transition-colors sm:min-h-7 pointer-coarse:min-h-11',
            choice.id === chosen
              ? 'border-accent bg-surface text-ink ring-1 ring-accent'
              : 'border-line-strong/60 bg-surface text-muted hover:border-line-strong hover:text-ink',
          )}
          onClick={() => onChoose(allLabel === undefined && choice.id === chosen ? undefined : choice.id)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
