import { useMemo } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { plainExtra } from '../backstop/live'
import { useBackstop } from '../backstop/use-backstop'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import { useNetwork } from '../chain/network'
import { EmptyState } from '../ui/EmptyState'
import { PageHeader } from '../ui/PageHeader'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { allowanceReads } from './allowances'
import { ApprovalsPanel } from './ApprovalsPanel'
import { HistoryPanel } from './HistoryPanel'
import { JournalPanel } from './JournalPanel'

export default function ActivityPage() {
  const person = usePerson()
  return (
    <>
      <PageHeader
        title="Activity"
        lead="What contracts may still take from your account, what is on its way, and what you have done."
      />
      {person.account !== undefined ? (
        <Activity account={person.account} person={person} />
      ) : person.isReconnecting ? (
        <Panel title="Activity">
          <div role="status">
            <span className="sr-only">Looking for the wallet</span>
            <Skeleton className="h-40 w-full" />
          </div>
        </Panel>
      ) : (
        <EmptyState
          title="No wallet connected"
          action={
            <Link href="/stake" className="font-medium text-accent underline-offset-2 hover:underline">
              See which series are open
            </Link>
          }
        >
          Connect a wallet to see its approvals, its transactions in flight and its history.
        </EmptyState>
      )}
    </>
  )
}

/** Three parts that fail alone: what is in flight is shown even when the chain can’t be read. */
function Activity({ account, person }: { account: Address; person: Person }) {
  const network = useNetwork()
  const view = useBackstop(
    account,
    useMemo(() => plainExtra((list) => allowanceReads(network, account, list)), [network, account]),
  )
  const ready = view.status === 'ready' ? view : undefined
  const series = ready?.backstop.series
  const nameOf = useMemo(
    () => (id: number) => series?.find((one) => one.id === id)?.name ?? `series ${id}`,
    [series],
  )
  const failure = view.status === 'error' ? view : undefined
  return (
    <div className="grid gap-5">
      <ApprovalsPanel
        account={account}
        person={person}
        allowances={ready?.extra?.allowances}
        isStale={ready?.backstop.isStale ?? false}
        nameOf={nameOf}
        failure={failure}
      />
      <JournalPanel />
      <HistoryPanel account={account} list={ready?.extra?.list} nameOf={nameOf} failure={failure} />
    </div>
  )
}
