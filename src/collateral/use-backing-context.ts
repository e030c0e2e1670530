import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import type { BackingContext } from './plan-parts'
import type { Collateral } from './snapshot'
import { usePlanContext } from './use-plan-context'

/** Who would act with the backing: its two tokens have to be known, too. */
export function useBackingContext(
  collateral: Pick<Collateral, 'tusdt' | 'usdc' | 'tao'>,
  person: Pick<Person, 'account'>,
): BackingContext | undefined {
  const context = usePlanContext(collateral, person)
  const usdc = knownValue(collateral.usdc)
  const tao = knownValue(collateral.tao)
  return context && usdc && tao && { ...context, usdc, tao }
}
