import type { ReactNode } from 'react'

import type { Person } from '../chain/use-person'
import { displayDuration } from '../math/time'
import { Badge } from '../ui/Badge'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import { t } from '../words/t'

/** A system as a page reads it: on its way, unreadable, or what is shown of one block. */
export type SystemView =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly reason: string; readonly retry: () => void }
  | {
      readonly status: 'ready'
      readonly blockNumber: bigint
      readonly isStale: boolean
      readonly ageSeconds?: bigint | undefined
    }

type SystemFrameProps = {
  title: string
  lead: ReactNode
  view: SystemView
  person: Person
  /** Says what a connected account would see here; without it the page is the same for everybody. */
  whatConnectingShows?: string | undefined
  /** A way on for who is not connected. */
  elsewhere?: ReactNode
  /** The page itself, once there is something to show. */
  children: ReactNode
}

/** What every page of a system shares: its states, from not connected to unreadable. */
export function SystemFrame(props: SystemFrameProps) {
  const { title, lead, view, person, whatConnectingShows, elsewhere, children } = props
  const isForNobody = whatConnectingShows !== undefined && person.account === undefined
  const isLoading = isForNobody ? person.isReconnecting : view.status === 'loading'
  return (
    <>
      {/* Said beside the title, where it moves nothing: after one's own transaction it lasts for a moment. */}
      <PageHeader
        title={title}
        lead={lead}
        aside={
          view.status === 'ready' &&
          view.isStale && (
            <Badge tone="warn">
              {view.ageSeconds === undefined
                ? t`Figures are of block ${view.blockNumber.toString()}, reading newer ones`
                : t`Old figures: block ${view.blockNumber.toString()}, ${displayDuration(view.ageSeconds)} ago`}
            </Badge>
          )
        }
      />
      <div className="grid gap-4">
        {isLoading ? (
          <PageLoading />
        ) : isForNobody ? (
          <EmptyState title={t`No wallet connected`} action={elsewhere}>
            {whatConnectingShows}
          </EmptyState>
        ) : view.status === 'error' ? (
          <ErrorState reason={view.reason} retry={view.retry} />
        ) : (
          children
        )}
      </div>
    </>
  )
}
