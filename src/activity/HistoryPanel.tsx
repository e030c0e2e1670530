import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import type { Answer } from '../system/EachSystem'
import { HistoryState } from '../system/HistoryState'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Skeleton } from '../ui/Skeleton'
import { HistoryTable } from './HistoryTable'
import { historyCsv } from './history-csv'
import { newestFirst } from './own-events'
import type { SystemActivity } from './use-system-activity'

const nothing: readonly never[] = []

type Answers = readonly Answer<SystemActivity>[]

/** What the account has done, told by the events of every system. trust.md D33 */
export function HistoryPanel({ account, answers }: { account: Address; answers: Answers }) {
  const network = useNetwork()
  // One list per system, whatever its state: React wants as many dependencies at each render.
  const lists = answers.map(({ view }) => (view.status === 'ready' ? view.events : nothing))
  const events = useMemo(
    () => newestFirst(lists.flat()),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the lists are stable, the array around them is not
    lists,
  )
  // A file that lacks a part without saying so would be taken for the whole.
  const isWhole = answers.every(({ view }) => view.status === 'ready' && view.history.status === 'ready')
  const isBegun =
    events.length > 0 ||
    answers.some(({ view }) => view.status === 'ready' && view.history.status === 'ready')
  const file = `ballast-history-${network.chainId}-${account}.csv`
  return (
    <Panel
      title="History"
      lead="From the contracts’ events; amounts before Tether’s own fee, should it take one."
      aside={
        <Button
          size="small"
          disabled={!isWhole || events.length === 0}
          onClick={() =>
            saveFile(file, 'text/csv', historyCsv(events, { chainId: network.chainId, account }))
          }
        >
          Download CSV
        </Button>
      }
    >
      <div className="grid gap-4">
        {answers.map((answer) => (
          <Progress key={answer.system.id} {...answer} />
        ))}
        {answers.some(({ view }) => view.status === 'ready' && !view.history.isKept) && (
          <p className="text-xs text-muted">
            This browser does not keep what was read: on each visit the history is read anew.
          </p>
        )}
        {isBegun ? (
          <HistoryTable events={events} explorerUrl={network.explorerUrl} />
        ) : (
          !answers.some(({ view }) => view.status === 'error') && (
            <div role="status">
              <span className="sr-only">Reading the chain</span>
              <Skeleton className="h-24 w-full" />
            </div>
          )
        )}
      </div>
    </Panel>
  )
}

/** How far the history of one system is read, and what is in the way. */
function Progress({ system: { name }, view }: Answer<SystemActivity>) {
  if (view.status === 'loading') return null
  if (view.status === 'error')
    return <ErrorState title={`The history of ${name} could not be read`} {...view} />
  return <HistoryState history={view.history} name={name} />
}
