import { useMemo, type ReactElement } from 'react'
import { Link, useParams } from 'wouter'

import type { Person } from '../chain/use-person'
import { EmptyState } from '../ui/EmptyState'
import { CollateralFrame } from './CollateralFrame'
import type { Collateral, CollateralType, Lists } from './snapshot'
import { t } from '../words/t'

type Shown = { readonly collateral: Collateral; readonly person: Person; readonly type: CollateralType }

type OneOfProps = {
  what: 'vault' | 'auction'
  lead: string
  /** What is there, of a type that the book knows. */
  children: (shown: Shown) => ReactElement
}

const words = {
  vault: {
    name: t`Vault`,
    none: t`There is no such vault`,
    all: t`See all vaults`,
    fewer: (type: string) => t`There are fewer vaults of ${type}.`,
  },
  auction: {
    name: t`Auction`,
    none: t`There is no such auction`,
    all: t`See all auctions`,
    fewer: (type: string) => t`There are fewer auctions of ${type}.`,
  },
} as const

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
  const title = words[what].name
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
      title={words[what].none}
      action={
        <Link
          href={`/collateral/${what}s`}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {words[what].all}
        </Link>
      }
    >
      {type ? words[what].fewer(type.name) : t`The book knows no such collateral.`}
    </EmptyState>
  )
}
