import type { ReactElement } from 'react'

import { usePerson, type Person } from '../chain/use-person'
import { SystemFrame } from '../system/SystemFrame'
import { Callout } from '../ui/Callout'
import type { Collateral, Lists } from './snapshot'
import { useCollateral } from './use-collateral'
import { t } from '../words/t'

type CollateralFrameProps = {
  title: string
  lead: string
  /** Keep its identity stable. */
  lists: Lists
  children: (collateral: Collateral, person: Person) => ReactElement
}

/** Every page of TUSDT, with its snapshot: the same for everybody. */
export function CollateralFrame({ title, lead, lists, children }: CollateralFrameProps) {
  const person = usePerson()
  const view = useCollateral(lists, person.account)
  return (
    <SystemFrame title={title} lead={lead} view={view} person={person}>
      {view.status === 'ready' && (
        <>
          <Unreadable collateral={view} />
          {children(view, person)}
        </>
      )}
    </SystemFrame>
  )
}

/** Said wherever TUSDT is shown while its book can't be read, or has more types than are. */
export function Unreadable({ collateral }: { collateral: Pick<Collateral, 'book' | 'leftOut' | 'types'> }) {
  const { book, leftOut, types } = collateral
  if (!book.isKnown)
    return (
      <Callout tone="warn" title={t`The book of TUSDT could not be read`}>
        {book.reason}{' '}
        {types.length === 0
          ? t`Which collateral there is, is not known.`
          : t`Collateral is shown as it was known before.`}
      </Callout>
    )
  if (leftOut === 0) return null
  return (
    <Callout
      tone="warn"
      title={t`Incomplete`}
    >{t`The book has ${leftOut} more kinds of collateral than this app reads: sums are without them.`}</Callout>
  )
}
