import { useId, useState } from 'react'
import { Button, type ButtonVariant } from './Button'
import { classes } from './classes'
import { firstUnmet, type Gate } from './gate'
import { Icon } from './Icon'

type ActionButtonProps = {
  label: string
  /** In the order a person should fix them; the first unmet one is the reason shown. */
  gates: readonly Gate[]
  onPress: () => void
  variant?: ButtonVariant
}

/** A button that says why it can't be pressed: focusable always, so that the reason can be heard. */
export function ActionButton({ label, gates, onPress, variant = 'primary' }: ActionButtonProps) {
  const id = useId()
  const [isListOpen, setIsListOpen] = useState(false)
  const reason = firstUnmet(gates)
  return (
    <div className="grid gap-1.5">
      <Button
        variant={variant}
        isWide
        aria-disabled={reason !== undefined}
        aria-describedby={reason && `${id}-reason`}
        onClick={reason ? () => setIsListOpen(true) : onPress}
      >
        {label}
      </Button>
      {reason && (
        <>
          <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs">
            <p id={`${id}-reason`} className="text-muted">
              {reason.detail}
            </p>
            <button
              type="button"
              aria-expanded={isListOpen}
              aria-controls={`${id}-list`}
              className="inline-flex min-h-11 items-center gap-1 text-accent underline-offset-2 hover:underline sm:min-h-6"
              onClick={() => setIsListOpen(!isListOpen)}
            >
              Why can’t I?
              <Icon name="chevron" className={classes('size-3', isListOpen && 'rotate-180')} />
            </button>
          </div>
          <ul
            id={`${id}-list`}
            hidden={!isListOpen}
            className="divide-y divide-line rounded-md border text-xs"
          >
            {gates.map((gate) => (
              <GateRow key={gate.label} gate={gate} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function GateRow({ gate }: { gate: Gate }) {
  return (
    <li className="flex gap-2 px-2.5 py-1.5">
      <span className={gate.isMet ? 'text-success' : 'text-danger'}>
        <Icon name={gate.isMet ? 'check' : 'cross'} className="mt-px" />
        <span className="sr-only">{gate.isMet ? 'Met:' : 'Not met:'}</span>
      </span>
      <span>
        <span className="font-medium">{gate.label}</span>
        <span className="block text-muted">{gate.detail}</span>
      </span>
    </li>
  )
}
