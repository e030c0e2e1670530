import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import type { PlanContext } from './plans'
import type { Stbt } from './snapshot'

/** Who would act; undefined while nobody is connected, or what STBT is can't be told: then nothing is planned. */
export function usePlanContext(
  { addresses, state }: Pick<Stbt, 'addresses' | 'state'>,
  { account }: Person,
): PlanContext | undefined {
  const network = useNetwork()
  return account === undefined || !state.isKnown ? undefined : { network, account, addresses }
}
