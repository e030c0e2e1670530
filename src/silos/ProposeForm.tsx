import { useId, type ReactNode } from 'react'

/** One kind of proposal, within the panel that opens it. */
export function ProposeForm({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <header>
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
        <p className="text-xs text-muted">{lead}</p>
      </header>
      {children}
    </section>
  )
}
