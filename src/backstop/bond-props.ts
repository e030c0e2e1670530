import type { UsdtFacts } from '../chain/usdt'
import type { Person } from '../chain/use-person'
import type { SeriesReadings } from './series-reads'
import type { Series, SeriesState } from './snapshot'

/** What the forms of bond buyers are about. */
export type BondPanelProps = {
  series: Series
  state: SeriesState
  usdt: UsdtFacts
  person: Person
  readings: SeriesReadings | undefined
  /** Reads more of the account's tokens. */
  onMoreTokens: () => void
}
