import { type ReactNode, useId, useRef, useState } from 'react'
import { classes, touchable } from './classes'
import { place } from './place'

type PopoverProps = {
  /** Accessible name of the panel, and of a button that is a sign. */
  label: string
  /** What the button shows. */
  trigger: ReactNode
  /** The button is a word of a sentence, and named by it. */
  isWord?: boolean
  /** Of the button, where it shows more than a small picture. */
  className?: string
  children: ReactNode
}

const pictureClass = classes(
  touchable,
  'inline-grid size-6 place-items-center rounded text-muted hover:text-ink',
)

const wordClass =
  'relative cursor-help rounded-sm text-start decoration-line-strong decoration-dotted underline underline-offset-4 hover:text-accent max-sm:after:absolute max-sm:after:-inset-x-1 max-sm:after:-inset-y-2'

/** A small panel over the page, opened by a button; the browser closes it on Escape or a press elsewhere. */
export function Popover({
  label,
  trigger,
  isWord = false,
  className = isWord ? wordClass : pictureClass,
  children,
}: PopoverProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        {...(!isWord && { 'aria-label': label })}
        aria-expanded={isOpen}
        className={className}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="fixed m-0 max-h-[calc(100dvh-1rem)] w-[min(22rem,calc(100vw-1rem))] overflow-y-auto rounded-lg border border-line-strong/50 bg-surface p-3 text-start text-xs font-normal text-ink shadow-lg"
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
