import type { ReactNode } from 'react'

import { useNetwork } from '../chain/network'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import { Badge } from '../ui/Badge'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import { musdtContracts } from './contracts'
import type { Lock, Vault } from './snapshot'
import type { Reading } from '../math/reading'
import { Unreadable } from './Unreadable'
import { useVault } from './use-vault'

export type VaultPageProps = {
  vault: Vault
  person: Person
  locks: Reading<readonly Lock[]> | undefined
}

type VaultFrameProps = {
  title: string
  lead: string
  /** Whether the page shows the account's locks one by one. */
  withLocks?: boolean
  /** Says what a connected account would see here; without it the page is the same for everybody. */
  whatConnectingShows?: string
  children: (props: VaultPageProps) => ReactNode
}

/** What every page of the vault shares: its states, and the way to the others. */
export function VaultFrame(props: VaultFrameProps) {
  const { title, lead, withLocks = false, whatConnectingShows, children } = props
  const { vault: address } = musdtContracts(useNetwork())
  const person = usePerson()
  const view = useVault(address, person.account, withLocks)
  const isForAccount = whatConnectingShows !== undefined
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        aside={
          view.status === 'ready' &&
          view.vault.isStale && (
            <Badge tone="warn">
              Figures are of block {view.vault.blockNumber.toString()}, reading newer ones
            </Badge>
          )
        }
      />
      <div className="grid gap-4">
        {isForAccount && person.account === undefined ? (
          person.isReconnecting ? (
            <PageLoading />
          ) : (
            <EmptyState title="No wallet connected">{whatConnectingShows}</EmptyState>
          )
        ) : (
          <>
            {view.status === 'loading' && <PageLoading />}
            {view.status === 'error' && <ErrorState reason={view.reason} retry={view.retry} />}
            {view.status === 'ready' && (
              <>
                <Unreadable state={view.vault.state} />
                {children({ vault: view.vault, person, locks: view.locks })}
              </>
            )}
          </>
        )}
      </div>
    </>
  )
}
