import type { ReactNode } from 'react'
import type { Abi } from 'viem'

import type { History } from '../chain/history'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { plural, t } from '../words/t'

export type HistoryProgress = Omit<History<Abi, string>, 'logs'>

type HistoryStateProps = {
  history: HistoryProgress
  /** Whose events, where those of several are on one page. */
  name?: string
}

/** How far events are read, and what is in the way. */
export function HistoryState({ history, name }: HistoryStateProps) {
  const ofWhom = name === undefined ? '' : t` of ${name}`
  const isLoading = history.status === 'loading'
  return (
    <>
      {history.error !== undefined && (
        <ErrorState
          title={t`The history${ofWhom} could not be read to its end`}
          reason={history.error}
          retry={history.retry}
        />
      )}
      {(isLoading || history.status === 'cancelled') && (
        <p className="flex flex-wrap items-center gap-3 text-xs text-muted" role="status">
          {isLoading
            ? t`Reading events${ofWhom}, ${history.progress}%…`
            : t`Stopped at ${history.progress}%${ofWhom}.`}
          <progress
            className="h-1.5 w-32 accent-accent"
            max={100}
            value={history.progress}
            aria-label={t`Events read${ofWhom}`}
          />
          <Button size="small" onClick={isLoading ? history.cancel : history.retry}>
            {isLoading ? t`Stop` : t`Go on`}
          </Button>
        </p>
      )}
      {history.unreadable > 0 && (
        <Callout tone="warn" title={t`Incomplete`}>
          {t`${plural(history.unreadable, 'One event', '{n} events')}${ofWhom} could not be read: they are missing here.`}
        </Callout>
      )}
      {name === undefined && <ServerFault reason={history.serverFault} />}
      {history.isCapped && (
        <Callout
          tone="warn"
          title={t`Incomplete`}
        >{t`There are more events${ofWhom} than this page keeps: the oldest are missing.`}</Callout>
      )}
    </>
  )
}

/** A server of events that told what a node does not. */
export function ServerFault({ reason }: { reason: string | undefined }) {
  if (reason === undefined) return null
  return (
    <Callout tone="warn" title={t`The server of events is not believed`}>
      {reason}
    </Callout>
  )
}

type HistoryFrameProps = {
  history: HistoryProgress & { readonly logs: readonly unknown[] }
  children: ReactNode
}

/** A picture of the past, once there is something of it; nothing is drawn of what could not be read. */
export function HistoryFrame({ history, children }: HistoryFrameProps) {
  const isBegun = history.status === 'ready' || history.logs.length > 0
  return (
    <div className="grid gap-4 pt-2">
      <HistoryState history={history} />
      {history.error === undefined && isBegun && <div className="grid gap-4">{children}</div>}
    </div>
  )
}
