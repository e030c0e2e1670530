import type { ReactNode } from 'react'
import type { Address } from 'viem'
import { Link, useLocation } from 'wouter'

import { useNetwork } from '../chain/network'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import { Badge } from '../ui/Badge'
import { Callout } from '../ui/Callout'
import { classes } from '../ui/classes'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import type { Lock, Vault } from './snapshot'
import type { Reading } from '../math/reading'
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
  const { musdtVault } = useNetwork().contracts
  if (musdtVault !== undefined) return <FrameOf {...props} address={musdtVault} />
  return (
    <>
      <PageHeader title={props.title} lead={props.lead} />
      <EmptyState title="There is no mUSDT vault here">
        The configuration of this network names none.
      </EmptyState>
    </>
  )
}

function FrameOf(props: VaultFrameProps & { address: Address }) {
  const { title, lead, withLocks = false, whatConnectingShows, children, address } = props
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
      <VaultNav />
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
                {!view.vault.state.isKnown && (
                  <Callout tone="warn" title="The vault could not be read in full">
                    {view.vault.state.reason} Nothing can be sent until it can.
                  </Callout>
                )}
                {children({ vault: view.vault, person, locks: view.locks })}
              </>
            )}
          </>
        )}
      </div>
    </>
  )
}

const pages = [
  { path: '/musdt', label: 'Mint' },
  { path: '/musdt/locks', label: 'Locks' },
  { path: '/musdt/withdraw', label: 'Withdraw' },
] as const

function VaultNav() {
  const [location] = useLocation()
  return (
    <nav aria-label="mUSDT" className="mb-4 border-b">
      <ul className="flex gap-5">
        {pages.map(({ path, label }) => (
          <li key={path}>
            <Link
              href={path}
              aria-current={location === path ? 'page' : undefined}
              className={classes(
                '-mb-px flex min-h-11 items-center border-b-2 text-sm font-medium sm:min-h-9',
                location === path ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
