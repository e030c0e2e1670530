import { useContext, useSyncExternalStore } from 'react'

import { ActivityItem } from '../tx/follow/ActivityItem'
import type { Engine } from '../tx/engine'
import type { Entry } from '../tx/follow/entry'
import { isInFlight } from '../tx/follow/machine'
import { EngineContext } from '../tx/use-action'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Skeleton } from '../ui/Skeleton'
import { t } from '../words/t'

/** What this browser remembers of the account's transactions, and where each stands. */
export function JournalPanel() {
  const engine = useContext(EngineContext)
  return (
    <Panel title={t`In flight and recent`} lead={t`Transactions asked for in this browser.`}>
      {engine ? (
        <Journal engine={engine} />
      ) : (
        <div role="status">
          <span className="sr-only">{t`Loading transactions`}</span>
          <Skeleton className="h-16 w-full" />
        </div>
      )}
    </Panel>
  )
}

function Journal({ engine }: { engine: Engine }) {
  const { entries, notes, account } = useSyncExternalStore(engine.subscribe, engine.getView)
  const flying = entries.filter(isInFlight)
  const recent = entries.filter((entry) => !isInFlight(entry))
  return (
    <div className="grid gap-5">
      {notes.map((note) => (
        <p key={note} className="text-xs text-muted">
          {note}
        </p>
      ))}
      {entries.length === 0 && (
        <p className="py-4 text-center text-muted">{t`None. What you send is followed here until it is final.`}</p>
      )}
      <Entries title={t`In flight`} entries={flying} engine={engine} />
      <Entries title={t`Recent`} entries={recent} engine={engine} />
      {entries.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-3 text-xs text-muted">
          <Button
            size="small"
            onClick={() =>
              saveFile(
                `ballast-transactions-${engine.network.chainId}-${account ?? ''}.json`,
                'application/json',
                engine.exportJson(),
              )
            }
          >
            {t`Export JSON`}
          </Button>
          <Button
            size="small"
            disabled={recent.length === 0}
            onClick={() => engine.forget(recent.map(({ id }) => id))}
          >
            {t`Clear list`}
          </Button>
          <span>{t`Removes from this list only: the chain keeps them, and what is in flight stays listed.`}</span>
        </div>
      )}
    </div>
  )
}

function Entries({ title, entries, engine }: { title: string; entries: readonly Entry[]; engine: Engine }) {
  if (entries.length === 0) return null
  return (
    <section aria-label={title} className="grid gap-1">
      <h3 className="text-xs font-medium text-muted">{title}</h3>
      <ul className="divide-y divide-line *:py-2.5">
        {entries.map((entry) => (
          <ActivityItem key={entry.id} entry={entry} engine={engine} />
        ))}
      </ul>
    </section>
  )
}
