import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Link, useLocation } from 'wouter'

import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { CopyButton } from '../../ui/CopyButton'
import { useAnnounce } from '../../ui/LiveRegion'
import { ActivityItem } from './ActivityItem'
import type { Engine } from '../engine'
import type { Entry } from './entry'
import { isInFlight } from './machine'
import { statusWords } from './status-words'

/** The tray: a line while closed, every transaction of this account on this chain when opened. */
export default function ActivityList({ engine }: { engine: Engine }) {
  const { entries, notes } = useSyncExternalStore(engine.subscribe, engine.getView)
  const [location] = useLocation()
  useAnnouncedProgress(entries)
  // The page of that name shows the same list, whole.
  if (location === '/activity' || (entries.length === 0 && notes.length === 0)) return null
  const inFlight = entries.filter(isInFlight).length
  const settled = entries.filter((entry) => !isInFlight(entry))
  return (
    <details className="fixed bottom-[calc(var(--bottom-bar)+0.75rem)] left-3 z-20 max-w-[min(26rem,calc(100vw-1.5rem))] rounded-lg border border-line-strong/50 bg-surface text-sm text-ink shadow-lg">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-3 font-medium sm:min-h-9">
        Activity
        {inFlight > 0 ? <Badge tone="info">{inFlight} in flight</Badge> : <Badge>{entries.length}</Badge>}
      </summary>
      <section aria-label="Activity" className="grid max-h-[60dvh] gap-3 overflow-y-auto border-t p-3">
        {notes.map((note) => (
          <p key={note} className="text-xs text-muted">
            {note}
          </p>
        ))}
        <ul className="grid gap-3">
          {entries.map((entry) => (
            <ActivityItem key={entry.id} entry={entry} engine={engine} />
          ))}
        </ul>
        <div className="flex flex-wrap items-center gap-2 border-t pt-2 text-xs text-muted">
          <Button
            size="small"
            disabled={settled.length === 0}
            onClick={() => engine.forget(settled.map(({ id }) => id))}
          >
            Clear list
          </Button>
          <span>Removes from this list only.</span>
          <Link href="/activity" className="text-accent underline-offset-2 hover:underline">
            All activity
          </Link>
          <span className="ml-auto inline-flex items-center gap-1">
            Export JSON <CopyButton text={engine.exportJson()} label="Copy the list as JSON" />
          </span>
        </div>
      </section>
    </details>
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
