import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classes } from './classes'
import { Icon } from './Icon'
import { t } from '../words/t'

type DialogProps = {
  isOpen: boolean
  /** Escape, the close button or a press outside. */
  onClose: () => void
  title: string
  children: ReactNode
  /** Buttons, kept in sight while the content scrolls. */
  footer?: ReactNode
  /** For a list that is as wide as the page. */
  isWide?: boolean
}

/** A modal on the native <dialog>: the browser keeps the focus inside and gives it back. */
export function Dialog({ isOpen, onClose, title, children, footer, isWide = false }: DialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  // Closed before it leaves the page, also when its parent removes it: only closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current
    if (!isOpen || !element) return
    element.showModal()
    return () => element.close()
  }, [isOpen])
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={classes(
        isWide ? 'w-[min(64rem,calc(100vw-1rem))]' : 'w-[min(36rem,calc(100vw-1rem))]',
        'm-auto max-h-[min(48rem,calc(100dvh-1rem))] flex-col overflow-hidden rounded-xl border border-line-strong/40 bg-surface text-ink shadow-2xl backdrop:bg-canvas/80 open:flex max-sm:mb-2',
      )}
      onClose={(event) => {
        // The event comes late: the dialog may be open again.
        if (!event.currentTarget.open) onClose()
      }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {isOpen && (
        <>
          <header className="flex shrink-0 items-center justify-between gap-3 border-b py-2 pe-2 ps-4">
            <h2 id={id} className="text-base font-semibold">
              {title}
            </h2>
            <button
              type="button"
              aria-label={t`Close`}
              className="grid size-11 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink sm:size-9"
              onClick={onClose}
            >
              <Icon name="cross" />
            </button>
          </header>
          {/* As high as its content until the dialog is full: a basis of 0 (flex-1) stays 0 in WebKit. trust.md D44 */}
          <div className="min-h-0 overflow-y-auto p-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex shrink-0 flex-wrap justify-end gap-2 border-t bg-sunken/50 px-4 py-3">
              {footer}
            </footer>
          )}
        </>
      )}
    </dialog>
  )
}
