/** The systems of the local chain. Everything else in `devnet` and `src/devnet` knows this list and no system. */
import type { DevnetSystem, Group, Groups, Shared } from './system'
import { backstop } from './systems/backstop/system'
import { collateral } from './systems/collateral/system'
import { musdt } from './systems/musdt/system'
import { silos } from './systems/silos/system'
import { stbt } from './systems/stbt/system'

const systems = [backstop, musdt, stbt, silos, collateral] as const satisfies readonly DevnetSystem[]

type Listed = (typeof systems)[number]
export type SystemId = Listed['id']

/** The contracts of some systems, grouped as in config.json. */
export type Addresses<Id extends SystemId = SystemId> = { readonly shared: Shared } & {
  readonly [System in Listed as System['id'] & Id]: ReturnType<System['deploy']>
}

/** What there is to see of some systems. */
export type Sights<Id extends SystemId = SystemId> = {
  readonly [System in Listed as System['id'] & Id]: ReturnType<ReturnType<System['history']>['sights']>
}

/** A system on a chain, with its contracts there. */
type Present = { readonly system: DevnetSystem; readonly contracts: Group }

/** The systems of these ids, or all. */
export function chosenSystems(ids?: readonly SystemId[]): readonly DevnetSystem[] {
  return systems.filter(({ id }) => ids === undefined || ids.includes(id))
}

/** Those that have contracts there. */
export function systemsIn(groups: Groups): readonly Present[] {
  return systems.flatMap((system) => {
    const contracts = groups[system.id]
    return contracts === undefined ? [] : [{ system, contracts }]
  })
}

/** Ids as they are written on a command line, with commas between; nothing is all. */
export function parseSystemIds(text: string | undefined): readonly SystemId[] | undefined {
  return text?.split(',').map((wanted) => {
    const found = systems.find(({ id }) => id === wanted)
    if (!found)
      throw new Error(`There is no system "${wanted}". There are: ${systems.map(({ id }) => id).join(', ')}.`)
    return found.id
  })
}
