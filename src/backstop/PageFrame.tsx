import type { ReactNode } from 'react'
import { Link } from 'wouter'

import type { Readings } from '../chain/read'
import { Badge } from '../ui/Badge'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import type { Extra } from './live'
import type { Backstop } from './snapshot'
import { Unreadable } from './Unreadable'
import { useBackstop } from './use-backstop'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'

export type BackstopPageProps<Tree = undefined, Known = undefined> = {
  backstop: Backstop
  person: Person
  /** What only this page reads, and what it was asked with. */
  extra: Readings<Tree> | undefined
  known: Known | undefined
}

type PageFrameProps<Tree, Known> = {
  title: string | ((backstop: Backstop) => string | undefined)
  lead: string
  /** Says what a connected account would see here; without it the page is the same for everybody. */
  whatConnectingShows?: string
  /** What only this page reads, in the same call as the rest. Keep its identity stable. */
  extra?: Extra<Tree, Known>
  children: (props: BackstopPageProps<Tree, Known>) => ReactNode
}

/** What every backstop page shares: its states, from not connected to unreadable. */
export function PageFrame<Tree = undefined, Known = undefined>({
  title,
  lead,
  whatConnectingShows,
  extra,
  children,
}: PageFrameProps<Tree, Known>) {
  const person = usePerson()
  const view = useBackstop(person.account, extra)
  const isForAccount = whatConnectingShows !== undefined
  return (
    <>
      <PageHeader
        title={
          typeof title === 'string' ? title : (view.status === 'ready' && title(view.backstop)) || 'Series'
        }
        lead={lead}
        aside={view.status === 'ready' && view.backstop.isStale && <NotCurrent backstop={view.backstop} />}
      />
      <div className="grid gap-4">
        {isForAccount && person.account === undefined ? (
          <NotConnected isReconnecting={person.isReconnecting}>{whatConnectingShows}</NotConnected>
        ) : (
          <>
            {view.status === 'loading' && <PageLoading />}
            {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
            {view.status === 'ready' && <Unreadable series={view.backstop.unreadable} />}
            {view.status === 'ready' &&
              children({ backstop: view.backstop, person, extra: view.extra, known: view.extraKnown })}
          </>
        )}
      </div>
    </>
  )
}

/** Said beside the title, where it moves nothing: after one's own transaction it lasts for a moment. */
function NotCurrent({ backstop }: { backstop: Backstop }) {
  return <Badge tone="warn">Figures are of block {backstop.blockNumber.toString()}, reading newer ones</Badge>
}

function NotConnected({ isReconnecting, children }: { isReconnecting: boolean; children: ReactNode }) {
  if (isReconnecting) return <PageLoading />
  return (
    <EmptyState
      title="No wallet connected"
      action={
        <Link href="/stake" className="font-medium text-accent underline-offset-2 hover:underline">
          See which series are open
        </Link>
      }
    >
      {children}
    </EmptyState>
  )
}
