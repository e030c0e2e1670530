import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { collateralContracts } from './contracts'
import type { PlanContext } from './plan-parts'
import type { Collateral } from './snapshot'

/** Who would act; undefined while nobody is connected, or TUSDT is not known: then nothing is planned. */
export function usePlanContext(
  collateral: Pick<Collateral, 'tusdt'>,
  { account }: Pick<Person, 'account'>,
): PlanContext | undefined {
  const network = useNetwork()
  const tusdt = knownValue(collateral.tusdt)
  if (account === undefined || tusdt === undefined) return undefined
  return { network, account, addresses: collateralContracts(network), tusdt }
}
