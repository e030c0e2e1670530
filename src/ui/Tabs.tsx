import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { classes } from './classes'

export type Tab = { readonly id: string; readonly label: string; readonly panel: ReactNode }

/** Panels in one place, one at a time; arrow keys, Home and End move between them. */
export function Tabs({ label, tabs, initial }: { label: string; tabs: readonly Tab[]; initial?: string }) {
  const id = useId()
  const [chosen, setChosen] = useState(initial)
  const active = tabs.find((tab) => tab.id === chosen) ?? tabs[0]
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (!active) return
    const at = tabs.indexOf(active)
    const aside = [tabs[at + 1] ?? tabs[0], tabs.at(at - 1)]
    const [right, left] = getComputedStyle(event.currentTarget).direction === 'rtl' ? aside.reverse() : aside
    const next = {
      ArrowRight: right,
      ArrowLeft: left,
      Home: tabs[0],
      End: tabs.at(-1),
    }[event.key]
    if (!next) return
    event.preventDefault()
    setChosen(next.id)
    document.getElementById(`${id}-${next.id}`)?.focus()
  }
  return (
    <div>
      <div role="tablist" aria-label={label} className="flex gap-5 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab === active ? 0 : -1}
            className={classes(
              '-mb-px min-h-11 border-b-2 text-sm font-medium whitespace-nowrap sm:min-h-9',
              tab === active ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
            )}
            onClick={() => setChosen(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {active && (
        <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${active.id}`} className="pt-4">
          {active.panel}
        </div>
      )}
    </div>
  )
}
