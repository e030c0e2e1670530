import { useNetwork } from '../chain/network'
import { knownValue } from '../math/reading'
import type { PlanContext } from './plans'
import type { UsdtFacts } from '../chain/usdt'
import type { Series } from './snapshot'
import type { Person } from '../chain/use-person'

/** Makes the context of a plan, or undefined while the account or Tether's fee is not known: then nothing can be planned. */
export function usePlanContextFor(
  person: Person,
  usdt: UsdtFacts,
): (series: Series) => PlanContext | undefined {
  const network = useNetwork()
  const fee = knownValue(usdt.fee)
  return (series) =>
    person.account === undefined || fee === undefined
      ? undefined
      : { network, account: person.account, series, fee }
}
