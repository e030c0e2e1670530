import { describe, expect, it } from 'vitest'

import { systems } from './systems'
import type { Network } from './chain/config'
import type { Plan } from './tx/plan/plan'
import { unfounded } from './tx/plan/rests-on'

type Samples = {
  readonly network: Pick<Network, 'chainId' | 'contracts'>
  readonly helpers?: readonly string[]
  readonly samplePlans: Readonly<Record<string, Plan>>
}
const samples = import.meta.glob<Samples>('./*/sample-plans.ts', { eager: true })
const builders = import.meta.glob<Record<string, unknown>>('./*/*plans.ts', { eager: true })

/** A room that only shows has none. */
const acting = systems.filter(({ id }) => Object.keys(builders).some((path) => path.startsWith(`./${id}/`)))

describe.each(acting)('plans of $id', ({ id }) => {
  const { network, helpers = [], samplePlans } = samples[`./${id}/sample-plans.ts`] ?? { samplePlans: {} }
  const made = Object.entries(builders)
    .filter(([path]) => path.startsWith(`./${id}/`) && !path.endsWith('/sample-plans.ts'))
    .flatMap(([, module]) => Object.entries(module))
    .filter(([name, value]) => typeof value === 'function' && !helpers.includes(name))
    .map(([name]) => name)

  it('are all among the samples', () => {
    expect(made.length).toBeGreaterThan(0)
    expect(Object.keys(samplePlans).sort()).toEqual([...new Set(made)].sort())
  })
  it.each(Object.entries(samplePlans))('%s guarantees only what an argument bounds', (_name, plan) => {
    const bounding = plan.acts.flatMap(({ call: { args, boundArgs = [] } }) =>
      boundArgs.filter((index) => index < args.length),
    )
    expect(plan.bounds).toHaveLength(bounding.length)
  })
  it.each(Object.entries(samplePlans))('%s says what it rests on (trust.md D38)', (_name, plan) => {
    if (!network) throw new Error('There are no samples.')
    expect(unfounded(plan, network)).toEqual([])
    // Take any reason away, and it is missed: none of the addresses is known by accident.
    expect(unfounded({ ...plan, restsOn: [] }, { contracts: {} })).not.toEqual([])
  })
})
