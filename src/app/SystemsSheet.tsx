import { useRef, useState } from 'react'
import { Link } from 'wouter'

import type { System, SystemPage } from '../system/system'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { awayClass, hereClass, thumbClass } from './thumb-classes'
import { t } from '../words/t'

type SystemsSheetProps = {
  systems: readonly System[]
  current: System | undefined
  page: SystemPage | undefined
}

/** The second place of a narrow screen: opens a sheet with every system and its pages. */
export function SystemsSheet({ systems, current, page }: SystemsSheetProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const isHere = current !== undefined
  return (
    <>
      <button
        type="button"
        popoverTarget="systems"
        aria-expanded={isOpen}
        aria-current={isHere ? 'true' : undefined}
        className={classes(thumbClass, isHere ? hereClass : awayClass)}
      >
        <Icon name="systems" className={classes('size-5', isHere && 'text-accent')} />
        {current?.name ?? t`Systems`}
      </button>
      <div
        ref={sheet}
        id="systems"
        popover="auto"
        role="dialog"
        aria-label={t`Systems`}
        className="fixed inset-x-2 top-auto bottom-[calc(var(--bottom-bar)+0.5rem)] m-0 max-h-[calc(100dvh-6rem)] w-auto overflow-y-auto rounded-lg border border-line-strong/50 bg-surface text-ink shadow-lg backdrop:bg-canvas/60"
        onToggle={(event) => setIsOpen(event.newState === 'open')}
      >
        {isOpen && (
          <ul className="divide-y divide-line">
            {systems.map(({ id, name, pages }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4 px-4 py-1">
                <span className="basis-full pt-2 font-semibold">{name}</span>
                {pages.map(
                  ({ path, label }) =>
                    label !== undefined && (
                      <Link
                        key={path}
                        href={path}
                        aria-current={path === page?.path ? 'page' : undefined}
                        className={classes(
                          'flex min-h-11 items-center text-sm underline-offset-4 hover:underline',
                          path === page?.path ? 'font-medium underline' : 'text-accent',
                        )}
                        onClick={() => sheet.current?.hidePopover()}
                      >
                        {label}
                      </Link>
                    ),
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
