import { useMemo, type ReactElement } from 'react'
import { Link, useParams } from 'wouter'

import type { Person } from '../chain/use-person'
import { EmptyState } from '../ui/EmptyState'
import { CollateralFrame } from './CollateralFrame'
import type { Collateral, CollateralType, Lists } from './snapshot'

type Shown = { readonly collateral: Collateral; readonly person: Person; readonly type: CollateralType }

type OneOfProps = {
  what: 'vault' | 'auction'
  lead: string
  /** What is there, of a type that the book knows. */
  children: (shown: Shown) => ReactElement
}

/** The page of one vault or auction, under the place of its type in the book and its own number. */
export function OneOf(props: OneOfProps) {
  const { type = '', id = '' } = useParams()
  // A new page for another one: nothing known about the one is true of the other.
  return <One key={`${type}/${id}`} type={type} id={id} {...props} />
}

/** Counted from 1, and no longer than any count is. */
const isCount = (text: string) => /^[1-9]\d{0,8}$/.test(text)

function One({ what, lead, type, id, children }: OneOfProps & { type: string; id: string }) {
  const isAddress = isCount(type) && isCount(id)
  const lists = useMemo<Lists>(() => {
    const none = { vaults: false, auctions: false }
    // eslint-disable-next-line no-restricted-syntax -- a place in a list, not an amount
    return isAddress ? { ...none, [what]: { place: Number(type), id: BigInt(id) }, hasForms: true } : none
  }, [isAddress, what, type, id])
  const title = what === 'vault' ? 'Vault' : 'Auction'
  return (
    <CollateralFrame title={isAddress ? `${title} ${id}` : title} lead={lead} lists={lists}>
      {(collateral, person) => {
        const found = collateral.types.find(({ place }) => `${place}` === type)
        const counts = found?.state.isKnown === true ? found.state.value : undefined
        const isThere = !counts || (isCount(id) && BigInt(id) <= counts[`${what}s`])
        return found && isThere ? (
          children({ collateral, person, type: found })
        ) : (
          <Missing what={what} type={found} />
        )
      }}
    </CollateralFrame>
  )
}

function Missing({ what, type }: Pick<OneOfProps, 'what'> & { type: CollateralType | undefined }) {
  return (
    <EmptyState
      title={`There is no such ${what}`}
      action={
        <Link
          href={`/collateral/${what}s`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {`See all ${what}s`}
        </Link>
      }
    >
      {type ? `There are fewer ${what}s of ${type.name}.` : 'The book knows no such collateral.'}
    </EmptyState>
  )
}
