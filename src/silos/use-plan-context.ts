import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import type { PlanContext } from './plan-parts'
import type { Silos } from './snapshot'

/** Who would act; undefined while nobody is connected, or the reserve is not known in full: then nothing is planned. */
export function usePlanContext(
  { addresses, state }: Pick<Silos, 'addresses' | 'state'>,
  { account }: Person,
): PlanContext | undefined {
  const network = useNetwork()
  return account === undefined || !state.isKnown ? undefined : { network, account, addresses }
}
