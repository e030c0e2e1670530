import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'wouter'

import { Badge } from '../../ui/Badge'
import { useAnnounce } from '../../ui/LiveRegion'
import { Popover } from '../../ui/Popover'
import { ActivityItem } from './ActivityItem'
import type { Engine } from '../engine'
import type { Entry } from './entry'
import { isInFlight } from './machine'
import { statusWords } from './status-words'
import { t } from '../../words/t'

/** How many transactions of this account are in flight, and on a press which; the Activity page has all of them. */
export default function ActivityList({ engine }: { engine: Engine }) {
  const { entries, notes } = useSyncExternalStore(engine.subscribe, engine.getView)
  const [location] = useLocation()
  useAnnouncedProgress(entries)
  const inFlight = entries.filter(isInFlight)
  // The page of that name shows the same, whole.
  if (location === '/activity' || inFlight.length === 0) return null
  return (
    <Popover
      // Another page closes it, however one got there.
      key={location}
      label={t`${inFlight.length} in flight`}
      className="inline-flex min-h-11 items-center rounded-md px-1 hover:bg-sunken sm:min-h-9"
      trigger={
        <Badge tone="info">
          {inFlight.length}
          <span className="max-sm:sr-only"> {t`in flight`}</span>
        </Badge>
      }
    >
      <section aria-label={t`In flight`} className="grid max-h-[60dvh] gap-3 overflow-y-auto">
        {notes.map((note) => (
          <p key={note} className="text-muted">
            {note}
          </p>
        ))}
        <ul className="grid gap-3 text-sm">
          {inFlight.map((entry) => (
            <ActivityItem key={entry.id} entry={entry} engine={engine} />
          ))}
        </ul>
        <Link href="/activity" className="text-accent underline-offset-2 hover:underline">
          {t`All activity`}
        </Link>
      </section>
    </Popover>
  )
}

/** Says what changed since the last look, never what was already there. trust.md D35 */
function useAnnouncedProgress(entries: readonly Entry[]): void {
  const announce = useAnnounce()
  const said = useRef<ReadonlyMap<string, string> | undefined>(undefined)
  useEffect(() => {
    const before = said.current
    said.current = new Map(entries.map(({ id, status }) => [id, status]))
    if (!before) return
    for (const entry of entries) {
      if (before.get(entry.id) === entry.status || entry.status === 'final') continue
      const { word, sentence } = statusWords(entry)
      announce(`${entry.stepTitle}: ${word}. ${sentence}`)
    }
  }, [entries, announce])
}
