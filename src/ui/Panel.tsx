import { type ReactNode, useId } from 'react'

import { Alone } from './Alone'

type PanelProps = {
  title: string
  /** Beside the title: a badge, a link. */
  aside?: ReactNode
  /** What the panel is for, in one line. */
  lead?: string
  /** What links to it call it: "?part=dividends". */
  part?: string
  children: ReactNode
}

/** A titled part of a page. It fails alone. */
export function Panel({ title, aside, lead, part, children }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      {...(part !== undefined && { 'data-part': part, tabIndex: -1 })}
      className="min-w-0 rounded-lg border bg-surface"
    >
      <header className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b px-edge py-2">
        <div>
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {lead !== undefined && <p className="text-xs text-muted">{lead}</p>}
        </div>
        {aside}
      </header>
      <div className="p-edge">
        <Alone>{children}</Alone>
      </div>
    </section>
  )
}
