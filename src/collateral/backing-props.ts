import type { Person } from '../chain/use-person'
import type { BackingState, Collateral } from './snapshot'

/** What a form of the backing is made of. */
export type BackingProps = {
  readonly collateral: Collateral
  readonly state: BackingState
  readonly person: Person
}

/** How far a price may move until the chain takes it. */
export const SLIPPAGE_BPS = 50n
