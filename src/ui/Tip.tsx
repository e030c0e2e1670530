import { type ReactNode, useId, useRef, useState } from 'react'
import { place } from './place'

/** Text with one more line of truth behind it, shown on hover, focus or tap. */
export function Tip({ children, tip }: { children: ReactNode; tip: string }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  // Filled only while shown: text that is hidden would still be found, copied and read out.
  const [isShown, setIsShown] = useState(false)
  const show = () => {
    if (isShown || !bubble.current || !button.current) return
    bubble.current.showPopover()
    place(bubble.current, button.current)
    setIsShown(true)
  }
  const hide = () => {
    if (!isShown) return
    bubble.current?.hidePopover()
    setIsShown(false)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-describedby={id}
        className="relative cursor-help rounded-sm text-start decoration-line-strong decoration-dotted underline-offset-4 hover:underline focus-visible:underline max-sm:after:absolute max-sm:after:-inset-2"
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => event.key === 'Escape' && hide()}
      >
        {children}
      </button>
      <span
        ref={bubble}
        id={id}
        role="tooltip"
        popover="manual"
        className="pointer-events-none fixed m-0 max-w-[calc(100vw-1rem)] rounded-md border-0 bg-ink px-2 py-1 text-xs font-normal break-all text-canvas shadow-lg"
      >
        {isShown && tip}
      </span>
    </>
  )
}
