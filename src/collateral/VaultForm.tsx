import { useId, type ReactNode } from 'react'

import type { Person } from '../chain/use-person'
import type { Collateral, CollateralType, VaultView } from './snapshot'
import type { VaultCase } from './vault-case'

export type FormProps = {
  readonly collateral: Collateral
  readonly type: CollateralType
  readonly person: Person
  readonly view: VaultView
  /** What the vault is judged by. */
  readonly one: VaultCase
  /** An amount that another part of the page fills in. */
  readonly fill?: bigint | undefined
}

/** One thing to do with a vault, within the panel that opens it. */
export function VaultForm({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <header>
        <h3 id={id} className="text-sm font-semibold">
          {title}
        </h3>
        <p className="text-xs text-muted">{lead}</p>
      </header>
      {children}
    </section>
  )
}
