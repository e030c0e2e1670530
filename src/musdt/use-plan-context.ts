import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import type { PlanContext } from './plans'
import type { Vault } from './snapshot'

/** Who would act on the vault; undefined while the account or the vault's kind is not known: then nothing can be planned. */
export function usePlanContext(vault: Vault, person: Person): PlanContext | undefined {
  const network = useNetwork()
  const state = knownValue(vault.state)
  const { account } = person
  return account === undefined || !state
    ? undefined
    : { network, account, identity: vault.identity, kind: state.kind }
}
