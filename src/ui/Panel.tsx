import { type ReactNode, useId, useState } from 'react'

import { Alone } from './Alone'
import { Button } from './Button'
import { classes } from './classes'
import { t } from '../words/t'

type PanelProps = {
  title: string
  /** Beside the title: a badge, a link. */
  aside?: ReactNode
  /** What the panel is for, in one line. */
  lead?: ReactNode
  /** What links to it call it: "?part=dividends". */
  part?: string
  /** On a narrow screen what is in it, and beside its title, is shown to whoever asks for it. */
  isFolded?: boolean
  children: ReactNode
}

/** A titled part of a page. It fails alone. */
export function Panel({ title, aside, lead, part, isFolded = false, children }: PanelProps) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(!isFolded)
  return (
    <section
      aria-labelledby={id}
      {...(part !== undefined && { 'data-part': part, tabIndex: -1 })}
      className="min-w-0 rounded-lg border bg-surface"
    >
      <header
        className={classes(
          'flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 px-edge py-2',
          isOpen ? 'border-b' : 'sm:border-b',
        )}
      >
        <div className={classes(isFolded && 'max-sm:flex-1')}>
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {lead !== undefined && <p className="text-xs text-muted">{lead}</p>}
        </div>
        {aside !== undefined && <div className={classes(!isOpen && 'max-sm:hidden')}>{aside}</div>}
        {isFolded && (
          <span className="sm:hidden">
            <Button
              size="small"
              id={`${id}-fold`}
              aria-labelledby={`${id}-fold ${id}`}
              aria-expanded={isOpen}
              aria-controls={`${id}-content`}
              onClick={() => setIsOpen(!isOpen)}
            >
              {isOpen ? t`Hide` : t`Show`}
            </Button>
          </span>
        )}
      </header>
      <div id={`${id}-content`} className={classes('p-edge', !isOpen && 'max-sm:hidden')}>
        <Alone>{children}</Alone>
      </div>
    </section>
  )
}
