import { useMemo } from 'react'
import { Link, useParams } from 'wouter'

import type { Person } from '../chain/use-person'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { CollateralFrame } from './CollateralFrame'
import type { Collateral, Lists } from './snapshot'
import { standOf } from './vault-view'
import { VaultView } from './VaultView'

export default function VaultPage() {
  const { type = '', id = '' } = useParams()
  // A new page for another vault: nothing known about the one is true of the other.
  return <OneVault key={`${type}/${id}`} type={type} id={id} />
}

/** Counted from 1, and no longer than any count is. */
const isCount = (text: string) => /^[1-9]\d{0,8}$/.test(text)

function OneVault({ type, id }: { type: string; id: string }) {
  const isAddress = isCount(type) && isCount(id)
  const lists = useMemo<Lists>(() => {
    const none = { vaults: false, auctions: false }
    // eslint-disable-next-line no-restricted-syntax -- a place in a list, not an amount
    return isAddress ? { ...none, vault: { place: Number(type), id: BigInt(id) }, hasForms: true } : none
  }, [isAddress, type, id])
  return (
    <CollateralFrame
      title={`Vault ${isAddress ? id : ''}`.trim()}
      lead="What it holds and owes, and how far it is from liquidation. Anybody can watch it."
      lists={lists}
    >
      {(collateral, person) => <Found collateral={collateral} person={person} type={type} id={id} />}
    </CollateralFrame>
  )
}

type FoundProps = { collateral: Collateral; person: Person; type: string; id: string }

function Found({ collateral, person, type, id }: FoundProps) {
  const found = collateral.types.find(({ place }) => `${place}` === type)
  const isThere = found?.state.isKnown !== true || (isCount(id) && BigInt(id) <= found.state.value.vaults)
  if (!found || !isThere)
    return (
      <EmptyState
        title="There is no such vault"
        action={
          <Link
            href="/collateral/vaults"
            className="font-medium text-accent underline-offset-2 hover:underline"
          >
            See all vaults
          </Link>
        }
      >
        {found ? `There are fewer vaults of ${found.name}.` : 'The book knows no such collateral.'}
      </EmptyState>
    )
  const stand = standOf(collateral, found)
  if ('why' in stand) return <ErrorState reason={stand.why} retry={() => window.location.reload()} />
  return <VaultView collateral={collateral} person={person} type={found} stand={stand} />
}
