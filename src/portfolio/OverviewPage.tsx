import { useMemo } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import { EachSystem } from '../system/EachSystem'
import type { Answer } from '../system/EachSystem'
import type { OverviewPart, OverviewView } from '../system/overview'
import type { System } from '../system/system'
import { useParts } from '../system/use-parts'
import { systemsOn } from '../systems'
import { Badge } from '../ui/Badge'
import { ErrorState } from '../ui/ErrorState'
import { Folded } from '../ui/Folded'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { byUrgency } from './by-urgency'
import { datesOf } from './calendar'
import { HoldingsPanel } from './HoldingsPanel'
import { IncomePanel } from './IncomePanel'
import { netWorthOf } from './net-worth'
import { NextPanel } from './NextPanel'
import { TodoList } from './TodoList'
import { WorthPanel } from './WorthPanel'

const useOverviewOf = (part: OverviewPart, _: System, account: Address) => part.useOverview(account)

const loadPart = (system: System) => system.load.overview()

/** What an account has in all systems. */
export default function OverviewPage({ account }: { account: Address }) {
  const network = useNetwork()
  const parts = useParts(
    useMemo(() => systemsOn(network), [network]),
    loadPart,
  )
  return (
    <>
      <PageHeader
        title="Overview"
        lead="Every system on this network: what is yours, and what you can do now."
      />
      {parts ? (
        <EachSystem parts={parts} useView={useOverviewOf} context={account}>
          {(answers) => (
            <div className="grid gap-4">
              <Mine answers={answers} account={account} />
              {answers.map((answer) => (
                <SystemPanel key={answer.system.id} {...answer} />
              ))}
            </div>
          )}
        </EachSystem>
      ) : (
        <PageLoading />
      )}
    </>
  )
}

type Answers = readonly Answer<OverviewView>[]

/** What the account has and what waits for it, over all systems. */
function Mine({ answers, account }: { answers: Answers; account: string }) {
  const isReading = answers.some(({ view }) => view.status === 'loading')
  const worth = isReading ? undefined : netWorthOf(answers)
  return (
    <>
      {isReading && <Skeleton className="h-40 w-full" />}
      {worth && <WorthPanel worth={worth} account={account} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <Todos answers={answers} />
        {!isReading && (
          <NextPanel
            {...datesOf(answers)}
            account={account}
            isWhole={answers.every(({ view }) => view.status === 'ready' && view.isWhole)}
          />
        )}
      </div>
      {worth && worth.holdings.length > 0 && <HoldingsPanel worth={worth} />}
      {!isReading && <IncomePanel answers={answers} />}
    </>
  )
}

/** What can be done in all systems; a system that can’t be read is said to be missing. */
function Todos({ answers }: { answers: Answers }) {
  const todos = byUrgency(
    answers.flatMap(({ system, view }) =>
      view.status === 'ready'
        ? view.todos.map((todo) => ({ ...todo, key: `${system.id} ${todo.key}`, system: system.name }))
        : [],
    ),
  )
  const missing = namesOf(answers, (view) => view.status === 'error')
  const partial = namesOf(answers, (view) => view.status === 'ready' && !view.isWhole)
  const isReading = answers.some(({ view }) => view.status === 'loading')
  return (
    <Panel title="What you can do now">
      {todos.length > 0 && <TodoList todos={todos} />}
      {missing.length > 0 && (
        <p className="text-sm text-muted">What {missing.join(' and ')} would add can’t be read now.</p>
      )}
      {partial.length > 0 && (
        <p className="text-sm text-muted">What {partial.join(' and ')} would add is not known in full.</p>
      )}
      {isReading && <p className="text-sm text-muted">Reading the chain…</p>}
      {todos.length === 0 && missing.length + partial.length === 0 && !isReading && (
        <p className="text-sm text-muted">
          Nothing to do right now. What is released or paid in appears here.
        </p>
      )}
    </Panel>
  )
}

function namesOf(answers: Answers, isMeant: (view: OverviewView) => boolean): readonly string[] {
  return answers.filter(({ view }) => isMeant(view)).map(({ system }) => system.name)
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
          <Badge tone="warn">May be out of date</Badge>
        ) : (
          <Link
            href={system.pages[0].path}
            className="text-sm font-medium text-accent underline-offset-2 hover:underline"
          >
            Open {system.name}
          </Link>
        )
      }
    >
      {view.status === 'loading' && (
        <div role="status">
          <span className="sr-only">Reading {system.title}</span>
          <Skeleton className="h-24 w-full" />
        </div>
      )}
      {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
      {view.status === 'ready' && (
        <div className="grid gap-4">
          {view.warning}
          <Folded what={`figures of ${system.name}`}>
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
