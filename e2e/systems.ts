import type { Action } from './fixtures/actions'
import { backstop } from './systems/backstop'
import { collateral } from './systems/collateral'
import { musdt } from './systems/musdt'
import { silos } from './systems/silos'
import { stbt } from './systems/stbt'
import type { PageUnderTest, SystemUnderTest } from './systems/system'

/** Every system of `src/systems.ts`: each has its pages walked and its actions put through every fault. */
export const systems: readonly SystemUnderTest[] = [backstop, musdt, stbt, silos, collateral]

/** Every page of the site. */
export const pages: readonly PageUnderTest[] = [
  { path: '#/', heading: 'Overview', hasFigures: false },
  ...systems.flatMap((system) => system.pages),
  { path: '#/activity', heading: 'Activity', hasFigures: false },
  { path: '#/settings', heading: 'Settings', hasFigures: false },
]

export type NamedAction = readonly [name: string, action: Action]

/** A test for every action: what it is called, and the action. */
export const everyAction: readonly NamedAction[] = systems.flatMap((system) => Object.entries(system.actions))

/** The faults of the engine, which is one for all systems: their order decides which actions meet them. */
const faults = [
  'broken journal',
  'floor',
  'gas',
  'hostile journal',
  'large text',
  'late wallet',
  'mempool',
  'narrow',
  'no storage',
  'offline',
  'plain http',
  'removed nodes',
  'reorganisation',
  'replaced',
  'surroundings',
  'switched account',
  'tabs',
  'translated',
  'wallet',
] as const

/**
 * Whom a fault of the engine meets: an action that needs an approval and one that does not, others with every fault, so
 * that each action meets several. All of them take twice as long; `EVERY_ACTION=1 npm run e2e` takes them all.
 * Where an action's own rules, events or figures decide, a test takes `everyAction`.
 */
export function actionsUnder(fault: (typeof faults)[number]): readonly NamedAction[] {
  if (process.env['EVERY_ACTION']) return everyAction
  const turn = faults.indexOf(fault)
  const approving = everyAction.filter(([, { steps }]) => steps.length > 1)
  const others = everyAction.filter(([, { steps }]) => steps.length === 1)
  return [approving, others].flatMap((kind) => kind.slice(turn % kind.length).slice(0, 1))
}
