import { lazy } from 'react'

import { contractsOf } from '../../../src/chain/contracts'
import type { Network } from '../../../src/chain/config'
import type { System } from '../../../src/system/system'

const needs = { group: 'jar', required: ['jar'] } as const

/** Where the jar stands on this network. */
export const jarAddress = (network: Pick<Network, 'contracts'>) => contractsOf(network, needs).jar

/** A whole system: a page, a figure, something to do, an event, an error. */
export const jar: System = {
  id: needs.group,
  name: 'Jar',
  title: 'The jar',
  lead: 'Ten drops fit.',
  needs,
  pages: [{ path: '/jar', label: 'Pour', Page: lazy(() => import('./JarPage')) }],
  load: {
    front: async () => (await import('./front')).front,
    overview: () => import('./overview'),
    activity: () => import('./activity'),
    errors: async () => (await import('./errors')).jarErrors,
  },
}
