import type { Person } from '../chain/use-person'
import type { Reading } from '../math/reading'
import type { AuctionStatus, Collateral, CollateralType } from './snapshot'

/** The auction on screen, with what its parts need. */
export type AuctionProps = {
  readonly collateral: Collateral
  readonly person: Person
  readonly type: CollateralType
  readonly auction: Extract<Reading<AuctionStatus>, { isKnown: true }>
}
