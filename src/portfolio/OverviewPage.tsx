import { useMemo, type ReactNode } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import type { Answer } from '../system/EachSystem'
import type { OverviewView } from '../system/overview'
import type { System } from '../system/system'
import { useParts } from '../system/use-parts'
import { listText } from '../system/worth-text'
import { systemsOn } from '../systems'
import { Badge } from '../ui/Badge'
import { ErrorState } from '../ui/ErrorState'
import { Folded } from '../ui/Folded'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { isReading, namesOf, todosIn, type AccountAnswers } from './account-answers'
import { byUrgency } from './by-urgency'
import { datesOf } from './calendar'
import { EachAccount } from './EachAccount'
import { HoldingsPanel } from './HoldingsPanel'
import { IncomePanel } from './IncomePanel'
import { nameOf, useLabels } from './labels'
import { netWorthOfAll } from './net-worth'
import { NextPanel } from './NextPanel'
import { TodoList } from './TodoList'
import { useWatched, watchPath } from './watched'
import { WorthHistoryPanel } from './WorthHistoryPanel'
import { WorthPanel } from './WorthPanel'
import { plural, t } from '../words/t'

const loadPart = (system: System) => system.load.overview()

/** What an account has in all systems, or several together. */
export default function OverviewPage({ accounts }: { accounts: readonly Address[] }) {
  const network = useNetwork()
  const labels = useLabels()
  const parts = useParts(
    useMemo(() => systemsOn(network), [network]),
    loadPart,
  )
  const whose = accounts.map((account) =>
    accounts.length === 1 ? { account } : { account, who: nameOf(account, labels) },
  )
  return (
    <>
      <PageHeader
        title={t`Overview`}
        lead={
          accounts.length === 1
            ? t`Every system on this network: what is yours, and what you can do now.`
            : t`Every system on this network, over ${plural(accounts.length, '{n} address', '{n} addresses')} together.`
        }
      />
      {parts ? (
        <EachAccount accounts={whose} parts={parts}>
          {(told) => (
            <div className="grid gap-4">
              <Together told={told}>
                <WorthHistoryPanel key={accounts.join()} accounts={whose} parts={parts} />
              </Together>
              {told.length === 1 &&
                told[0]?.answers.map((answer) => <SystemPanel key={answer.system.id} {...answer} />)}
            </div>
          )}
        </EachAccount>
      ) : (
        <PageLoading />
      )}
    </>
  )
}

/** What the accounts have and what waits for them, over all systems. */
function Together({ told, children }: { told: readonly AccountAnswers[]; children: ReactNode }) {
  const labels = useLabels()
  const watched = useWatched()
  const isStillRead = isReading(told)
  const worth = isStillRead ? undefined : netWorthOfAll(told)
  const of =
    told.length === 1 && told[0]
      ? nameOf(told[0].account, labels)
      : plural(told.length, '{n} address', '{n} addresses')
  return (
    <>
      {isStillRead && <Skeleton className="h-40 w-full" />}
      {worth && (
        <WorthPanel worth={worth} of={of}>
          {watched === undefined && <AddAddress accounts={told.map(({ account }) => account)} />}
        </WorthPanel>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <Todos told={told} />
        {!isStillRead && (
          <NextPanel
            {...datesOf(told)}
            isWhole={told.every(({ answers }) =>
              answers.every(({ view }) => view.status === 'ready' && view.isWhole),
            )}
          />
        )}
      </div>
      {worth && worth.holdings.length > 0 && <HoldingsPanel worth={worth} />}
      <div>{children}</div>
      {!isStillRead && <IncomePanel told={told} />}
    </>
  )
}

/** To where addresses are named and added. */
function AddAddress({ accounts }: { accounts: readonly Address[] }) {
  return (
    <Link
      href={watchPath(accounts)}
      className="inline-flex min-h-11 items-center justify-self-start text-xs text-accent underline-offset-2 hover:underline sm:min-h-6"
    >
      {t`Add up with another address`}
    </Link>
  )
}

/** What can be done in all systems; a system that can’t be read is said to be missing. */
function Todos({ told }: { told: readonly AccountAnswers[] }) {
  const todos = byUrgency(todosIn(told))
  const missing = namesOf(told, (view) => view.status === 'error')
  const partial = namesOf(told, (view) => view.status === 'ready' && !view.isWhole)
  const isStillRead = isReading(told)
  return (
    <Panel title={t`What you can do now`}>
      {todos.length > 0 && <TodoList todos={todos} />}
      {missing.length > 0 && (
        <p className="text-sm text-muted">{t`What ${listText(missing)} would add can’t be read now.`}</p>
      )}
      {partial.length > 0 && (
        <p className="text-sm text-muted">{t`What ${listText(partial)} would add is not known in full.`}</p>
      )}
      {isStillRead && <p className="text-sm text-muted">{t`Reading the chain…`}</p>}
      {todos.length === 0 && missing.length + partial.length === 0 && !isStillRead && (
        <p className="text-sm text-muted">
          {t`Nothing to do right now. What is released or paid in appears here.`}
        </p>
      )}
    </Panel>
  )
}

/** One system; it fails alone. */
function SystemPanel({ system, view }: Answer<OverviewView>) {
  const isStale = view.status === 'ready' && view.isStale
  return (
    <Panel
      title={system.title}
      lead={system.lead}
      aside={
        isStale ? (
          <Badge tone="warn">{t`May be out of date`}</Badge>
        ) : (
          <Link
            href={system.pages[0].path}
            className="text-sm font-medium text-accent underline-offset-2 hover:underline"
          >
            {t`Open ${system.name}`}
          </Link>
        )
      }
    >
      {view.status === 'loading' && (
        <div role="status">
          <span className="sr-only">{t`Reading ${system.title}`}</span>
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
      {view.status === 'ready' && (
        <div className="grid gap-4">
          {view.warning}
          <Folded what={t`figures of ${system.name}`}>
            <div className="grid gap-4">
              {view.figures}
              {view.holdings}
            </div>
          </Folded>
        </div>
      )}
    </Panel>
  )
}
