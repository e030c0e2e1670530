import { useCallback, useState } from 'react'
import type { Address } from 'viem'

import { fetchBlockTimes, undatedBlocks } from '../chain/block-times'
import { useClient, useNetwork } from '../chain/network'
import { useSliced } from '../chain/use-sliced'
import type { Answer } from '../system/EachSystem'
import { EventTable } from '../system/EventTable'
import { HistoryState, ServerFault } from '../system/HistoryState'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { Choices } from '../ui/Choices'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Skeleton } from '../ui/Skeleton'
import { useUrlChoice } from '../ui/use-url-choice'
import { historyCsv } from './history-csv'
import { merged } from './own-events'
import type { OwnEvent } from './own-events'
import type { SystemActivity } from './use-system-activity'
import { t } from '../words/t'

const nothing: readonly never[] = []
/** Blocks asked for their date for one file, at most. */
const MOST_EXPORTED = 1_000

type Answers = readonly Answer<SystemActivity>[]

/** What the account has done, told by the events of every system. trust.md D33 */
export function HistoryPanel({ account, answers }: { account: Address; answers: Answers }) {
  const network = useNetwork()
  // One list per system, whatever its state: React wants as many dependencies at each render.
  const lists = answers.map(({ view }) => (view.status === 'ready' ? view.events : undefined) ?? nothing)
  const { made = nothing, isCurrent } = useSliced(
    account,
    useCallback(
      async (signal: AbortSignal) => {
        let all: readonly OwnEvent[] = nothing
        for (const list of lists) if (list.length > 0) all = await merged(list, all, signal)
        return all
      },
      // eslint-disable-next-line react-hooks/exhaustive-deps -- the lists are stable, the array around them is not
      lists,
    ),
  )
  const events: readonly OwnEvent[] = made
  const [chosen, choose] = useUrlChoice('system')
  const one = answers.findIndex(({ system }) => system.id === chosen)
  const shown = lists[one] ?? events
  // A file that lacks a part without saying so would be taken for the whole.
  const isRead = ({ view }: Answers[number]) =>
    view.status === 'ready' && view.history.status === 'ready' && view.isSorted
  const isWhole = isCurrent && answers.every(isRead)
  const isBegun = shown.length > 0 || (isCurrent && answers.some(isRead))
  const file = `ballast-history-${network.chainId}-${account}.csv`
  const client = useClient()
  const [isSaving, setIsSaving] = useState(false)
  const [undated, setUndated] = useState(0)
  const save = async () => {
    setIsSaving(true)
    const blocks = undatedBlocks(events)
    const times = await fetchBlockTimes(client, blocks, MOST_EXPORTED)
    saveFile(file, 'text/csv', await historyCsv(events, { chainId: network.chainId, account, times }))
    setUndated(blocks.filter((block) => !times.has(block)).length)
    setIsSaving(false)
  }
  return (
    <Panel
      title={t`History`}
      lead={t`From the contracts’ events; amounts before Tether’s own fee, should it take one.`}
      aside={
        <Button
          size="small"
          disabled={!isWhole || events.length === 0 || isSaving}
          onClick={() => void save()}
        >
          {t`Download CSV`}
        </Button>
      }
    >
      <div className="grid gap-4">
        {isSaving && (
          <p role="status" className="text-xs text-muted">
            {t`Asking for the dates that the nodes’ events lack…`}
          </p>
        )}
        {undated > 0 && (
          <Callout
            tone="warn"
            title={t`The file has lines without a date`}
          >{t`The nodes told no date for ${undated} of its events. Each has its block number.`}</Callout>
        )}
        {answers.map((answer) => (
          <Progress key={answer.system.id} {...answer} />
        ))}
        <ServerFault
          reason={answers
            .map(({ view }) => (view.status === 'ready' ? view.history.serverFault : undefined))
            .find((reason) => reason !== undefined)}
        />
        {answers.some(({ view }) => view.status === 'ready' && !view.history.isKept) && (
          <p className="text-xs text-muted">
            {t`This browser does not keep what was read: on each visit the history is read again.`}
          </p>
        )}
        {answers.length > 1 && (
          <Choices
            label={t`History shown`}
            choices={answers.map(({ system: { id, name } }) => ({ id, label: name }))}
            chosen={answers[one]?.system.id}
            allLabel={t`All systems`}
            onChoose={choose}
          />
        )}
        {isBegun ? (
          <EventTable
            caption={t`Own events`}
            events={shown}
            empty={t`Nothing yet. What you do appears here.`}
            explorerUrl={network.explorerUrl}
          />
        ) : (
          !answers.some(({ view }) => view.status === 'error') && (
            <div role="status">
              <span className="sr-only">{t`Reading the chain`}</span>
              <Skeleton className="h-24 w-full" />
            </div>
          )
        )}
        <ReadAnew answers={answers} />
      </div>
    </Panel>
  )
}

/** How far the history of one system is read, and what is in the way. */
function Progress({ system: { name }, view }: Answer<SystemActivity>) {
  if (view.status === 'loading') return null
  if (view.status === 'error')
    return <ErrorState title={t`The history of ${name} could not be read`} {...view} />
  return <HistoryState history={view.history} name={name} />
}

/** Who has told this, and a way to ask again: what was read once is kept in this browser. trust.md D25 */
function ReadAnew({ answers }: { answers: Answers }) {
  const read = answers.flatMap(({ view }) =>
    view.status === 'ready' && view.history.status === 'ready' ? [view.history] : [],
  )
  const tellers = [...new Set(read.flatMap(({ onlyBy }) => onlyBy ?? []))]
  const sampled = read.map((history) => history.sampled).find((one) => one !== undefined)
  if (read.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-3 text-xs text-muted">
      <span className="min-w-0 flex-1 basis-48">
        {sampled
          ? t`Told by ${sampled.server}, but for the newest blocks; ${sampled.node} said the same at samples. An event left out between them is missing here: read again, all is asked of the nodes.`
          : tellers.length === 0
            ? t`Confirmed by two nodes, except for the newest blocks.`
            : t`Told only by ${tellers.join(', ')} so far: an event left out there is missing here.`}
      </span>
      <Button size="small" variant="quiet" onClick={() => read.forEach(({ readAnew }) => readAnew())}>
        {t`Read again`}
      </Button>
    </p>
  )
}
