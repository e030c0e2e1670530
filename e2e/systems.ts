import type { Action } from './fixtures/actions'
import { backstop } from './systems/backstop'
import { musdt } from './systems/musdt'
import { silos } from './systems/silos'
import { stbt } from './systems/stbt'
import type { PageUnderTest, SystemUnderTest } from './systems/system'

/** Every system of `src/systems.ts`: each has its pages walked and its actions put through every fault. */
export const systems: readonly SystemUnderTest[] = [backstop, musdt, stbt, silos]

/** Every page of the site. */
export const pages: readonly PageUnderTest[] = [
  { path: '#/', heading: 'Overview', hasFigures: false },
  ...systems.flatMap((system) => system.pages),
  { path: '#/activity', heading: 'Activity', hasFigures: false },
  { path: '#/settings', heading: 'Settings', hasFigures: false },
]

/** A test for every action: what it is called, and the action. */
export const everyAction: readonly (readonly [name: string, action: Action])[] = systems.flatMap((system) =>
  Object.entries(system.actions),
)
