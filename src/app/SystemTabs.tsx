import { Link } from 'wouter'

import { classes } from '../ui/classes'
import { usePlace } from './use-place'

/** The pages of the system one is in. */
export function SystemTabs() {
  const { system, page } = usePlace()
  const tabs = system?.pages.filter(({ label }) => label !== undefined) ?? []
  if (!system || tabs.length < 2) return null
  return (
    <nav aria-label={system.name} className="mb-5 border-b">
      <ul className="flex gap-5 overflow-x-auto">
        {tabs.map(({ path, label }) => (
          <li key={path} ref={path === page?.path ? reveal : undefined}>
            <Link
              href={path}
              aria-current={path === page?.path ? 'page' : undefined}
              className={classes(
                '-mb-px flex min-h-11 items-center border-b-2 text-sm font-medium whitespace-nowrap sm:min-h-9',
                path === page?.path
                  ? 'border-accent text-ink'
                  : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** On a phone the pages are wider than the screen: the one that is open is never beyond its edge. */
function reveal(item: HTMLElement | null): (() => void) | undefined {
  const list = item?.parentElement
  if (!list) return undefined
  // Called between layout and paint: to ask for the places any earlier would lay the whole page out once more.
  const watch = new ResizeObserver(() => {
    list.scrollLeft = item.offsetLeft - list.offsetLeft - list.clientWidth + item.offsetWidth
  })
  watch.observe(item)
  return () => watch.disconnect()
}
