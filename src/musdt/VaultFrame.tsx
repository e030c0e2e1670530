import type { ReactElement } from 'react'

import { useNetwork } from '../chain/network'
import { usePerson } from '../chain/use-person'
import type { Person } from '../chain/use-person'
import type { Reading } from '../math/reading'
import { SystemFrame } from '../system/SystemFrame'
import { TetherMoved } from '../system/TetherMoved'
import { musdtContracts } from './contracts'
import type { Lock, Vault } from './snapshot'
import { UnderBacked } from './UnderBacked'
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
  /** How many of the account's locks the page shows one by one, at most. */
  mostLocks?: number
  /** Says what a connected account would see here; without it the page is the same for everybody. */
  whatConnectingShows?: string
  children: (props: VaultPageProps) => ReactElement | ReactElement[]
}

/** Every page of the vault, with its snapshot. */
export function VaultFrame(props: VaultFrameProps) {
  const { title, lead, mostLocks = 0, whatConnectingShows, children } = props
  const { vault: address } = musdtContracts(useNetwork())
  const person = usePerson()
  const view = useVault(address, person.account, mostLocks)
  return (
    <SystemFrame
      title={title}
      lead={lead}
      view={view.status === 'ready' ? { ...view.vault, status: view.status } : view}
      person={person}
      whatConnectingShows={whatConnectingShows}
    >
      {view.status === 'ready' && (
        <>
          <Unreadable state={view.vault.state} />
          <UnderBacked state={view.vault.state} />
          <TetherMoved facts={view.vault.usdt} />
          {children({ vault: view.vault, person, locks: view.locks })}
        </>
      )}
    </SystemFrame>
  )
}
