import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../words/t'

type PageHeaderProps = { title: string; lead?: ReactNode; aside?: ReactNode }

/** The page's one h1; it names the browser tab, and navigation moves the focus to it. */
export function PageHeader({ title, lead, aside }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = t`${title} · Ballast`
  }, [title])
  useEffect(() => {
    // Navigation left the focus on <main> because this heading was not there yet.
    if (document.activeElement?.tagName === 'MAIN') heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="max-w-prose">
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold tracking-tight">
          {title}
        </h1>
        {lead !== undefined && <p className="mt-1 text-muted">{lead}</p>}
      </div>
      {aside}
    </header>
  )
}
