import { useMemo } from 'react'
import { Link, useParams } from 'wouter'

import type { Person } from '../chain/use-person'
import { EmptyState } from '../ui/EmptyState'
import { ErrorState } from '../ui/ErrorState'
import { AuctionView } from './AuctionView'
import { CollateralFrame } from './CollateralFrame'
import type { Collateral, Lists } from './snapshot'

export default function AuctionPage() {
  const { type = '', id = '' } = useParams()
  // A new page for another auction: nothing known about the one is true of the other.
  return <OneAuction key={`${type}/${id}`} type={type} id={id} />
}

/** Counted from 1, and no longer than any count is. */
const isCount = (text: string) => /^[1-9]\d{0,8}$/.test(text)

function OneAuction({ type, id }: { type: string; id: string }) {
  const isAddress = isCount(type) && isCount(id)
  const lists = useMemo<Lists>(() => {
    const none = { vaults: false, auctions: false }
    // eslint-disable-next-line no-restricted-syntax -- a place in a list, not an amount
    return isAddress ? { ...none, auction: { place: Number(type), id: BigInt(id) }, hasForms: true } : none
  }, [isAddress, type, id])
  return (
    <CollateralFrame
      title={`Auction ${isAddress ? id : ''}`.trim()}
      lead="The collateral of a liquidated vault, for TUSDT, at a price that falls. What is not needed goes back to the vault."
      lists={lists}
    >
      {(collateral, person) => <Found collateral={collateral} person={person} type={type} id={id} />}
    </CollateralFrame>
  )
}

type FoundProps = { collateral: Collateral; person: Person; type: string; id: string }

function Found({ collateral, person, type, id }: FoundProps) {
  const found = collateral.types.find(({ place }) => `${place}` === type)
  const isThere = found?.state.isKnown !== true || (isCount(id) && BigInt(id) <= found.state.value.auctions)
  if (!found || !isThere)
    return (
      <EmptyState
        title="There is no such auction"
        action={
          <Link
            href="/collateral/auctions"
            className="font-medium text-accent underline-offset-2 hover:underline"
          >
            See all auctions
          </Link>
        }
      >
        {found ? `There are fewer auctions of ${found.name}.` : 'The book knows no such collateral.'}
      </EmptyState>
    )
  const { auction } = collateral
  if (!auction?.isKnown)
    return (
      <ErrorState reason={auction?.reason ?? 'It was not read.'} retry={() => window.location.reload()} />
    )
  return <AuctionView collateral={collateral} person={person} type={found} auction={auction} />
}
