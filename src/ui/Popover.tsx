import { type ReactNode, useId, useRef, useState } from 'react'
import { classes, touchable } from './classes'
import { place } from './place'

type PopoverProps = {
  /** Accessible name of the button. */
  label: string
  /** What the button shows. */
  trigger: ReactNode
  children: ReactNode
}

/** A small panel over the page, opened by a button; the browser closes it on Escape or a press elsewhere. */
export function Popover({ label, trigger, children }: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        aria-expanded={isOpen}
        className={classes(
          touchable,
          'inline-grid size-6 place-items-center rounded text-muted hover:text-ink',
        )}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="fixed m-0 w-[min(22rem,calc(100vw-1rem))] rounded-lg border border-line-strong/50 bg-surface p-3 text-left text-xs text-ink shadow-lg"
        onToggle={(event) => {
          const isNowOpen = event.newState === 'open'
          setIsOpen(isNowOpen)
          if (isNowOpen && button.current) place(event.currentTarget, button.current)
        }}
      >
        {isOpen && children}
      </div>
    </>
  )
}
