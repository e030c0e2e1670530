import { useMemo } from 'react'
import type { Address } from 'viem'
import { Link } from 'wouter'

import { useNetwork } from '../chain/network'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import { EachSystem } from '../system/EachSystem'
import type { System } from '../system/system'
import { useParts } from '../system/use-parts'
import { systemsOn } from '../systems'
import { EmptyState } from '../ui/EmptyState'
import { PageHeader } from '../ui/PageHeader'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { ApprovalsPanel } from './ApprovalsPanel'
import { HistoryPanel } from './HistoryPanel'
import { JournalPanel } from './JournalPanel'
import { useSystemActivity } from './use-system-activity'
import { t } from '../words/t'

export default function ActivityPage() {
  const person = usePerson()
  return (
    <>
      <PageHeader
        title={t`Activity`}
        lead={t`What contracts may still take from your account, what is on its way, and what you have done.`}
      />
      {person.account !== undefined ? (
        <Activity key={person.account} account={person.account} person={person} />
      ) : person.isReconnecting ? (
        <Waiting title={t`Activity`} what={t`Looking for the wallet`} />
      ) : (
        <EmptyState
          title={t`No wallet connected`}
          action={
            <Link href="/" className="font-medium text-accent underline-offset-2 hover:underline">
              {t`See what is here`}
            </Link>
          }
        >
          {t`Connect a wallet to see its approvals, its transactions in flight and its history.`}
        </EmptyState>
      )}
    </>
  )
}

const loadPart = (system: System) => system.load.activity()

/** Three parts that fail alone: what is in flight is shown even when the chain can’t be read. */
function Activity({ account, person }: { account: Address; person: Person }) {
  const network = useNetwork()
  const parts = useParts(
    useMemo(() => systemsOn(network), [network]),
    loadPart,
  )
  if (!parts)
    return (
      <div className="grid gap-5">
        <Waiting title={t`Approvals`} what={t`Loading`} />
        <JournalPanel />
        <Waiting title={t`History`} what={t`Loading`} />
      </div>
    )
  return (
    <EachSystem parts={parts} useView={useSystemActivity} context={account}>
      {(answers) => (
        <div className="grid gap-5">
          <ApprovalsPanel account={account} person={person} answers={answers} />
          <JournalPanel />
          <HistoryPanel account={account} answers={answers} />
        </div>
      )}
    </EachSystem>
  )
}

function Waiting({ title, what }: { title: string; what: string }) {
  return (
    <Panel title={title}>
      <div role="status">
        <span className="sr-only">{what}</span>
        <Skeleton className="h-24 w-full" />
      </div>
    </Panel>
  )
}
