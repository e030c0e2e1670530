import { useId, useRef, useState } from 'react'
import { Button, type ButtonVariant } from './Button'
import { classes } from './classes'
import { firstUnmet, type Gate } from './gate'
import { Icon } from './Icon'
import { place } from './place'
import { t } from '../words/t'

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
  const list = useRef<HTMLUListElement>(null)
  const why = useRef<HTMLButtonElement>(null)
  const [isListOpen, setIsListOpen] = useState(false)
  const reason = firstUnmet(gates)
  return (
    <div className="grid gap-1.5">
      <Button
        variant={variant}
        isWide
        aria-disabled={reason !== undefined}
        aria-describedby={reason && `${id}-reason`}
        onClick={reason ? () => list.current?.showPopover() : onPress}
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
              ref={why}
              type="button"
              popoverTarget={`${id}-list`}
              aria-expanded={isListOpen}
              className="inline-flex min-h-11 items-center gap-1 text-accent underline-offset-2 hover:underline sm:min-h-6"
            >
              {t`Why can’t I?`}
              <Icon name="chevron" className={classes('size-3', isListOpen && 'rotate-180')} />
            </button>
          </div>
          {/* Over the page: nothing below it moves. */}
          <ul
            ref={list}
            id={`${id}-list`}
            popover="auto"
            aria-label={t`What “${label}” needs`}
            className="fixed m-0 max-h-[60dvh] w-[min(24rem,calc(100vw-1rem))] divide-y divide-line overflow-y-auto rounded-md border border-line-strong/50 bg-surface text-start text-xs text-ink shadow-lg"
            onToggle={(event) => {
              const isNowOpen = event.newState === 'open'
              setIsListOpen(isNowOpen)
              if (isNowOpen && why.current) place(event.currentTarget, why.current)
            }}
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
        <span className="sr-only">{gate.isMet ? t`Met:` : t`Not met:`}</span>
      </span>
      <span>
        <span className="font-medium">{gate.label}</span>
        <span className="block text-muted">{gate.detail}</span>
      </span>
    </li>
  )
}
