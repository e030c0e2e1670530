import { knownValue } from '../math/reading'
import type { Dated } from '../system/overview'
import { closingOf } from './closing'
import type { Silos } from './snapshot'

/** The end of the cycle, for a trustee: a distribution follows from what it harvests. rules.md S8, S18 */
export function datesOf({ holder, state }: Pick<Silos, 'holder' | 'state'>): readonly Dated[] {
  const known = knownValue(state)
  if (!known || knownValue(holder?.isTrustee) !== true) return []
  const { endsAt, kind } = closingOf(known)
  if (kind === 'due') return []
  return [
    {
      ...{ key: `cycle ${known.cycle.number + 1n}`, at: endsAt, href: '/silos/trustees?part=cycle' },
      what: `Cycle ${known.cycle.number + 1n} ends`,
      detail: 'Then anyone can close it. What stands above 400% becomes the harvest.',
    },
  ]
}
