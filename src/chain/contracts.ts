import type { Address } from 'viem'

import type { Network } from './config'
import type { ContractNeeds } from './contract-needs'

type NameOf<
  Needs extends ContractNeeds,
  Key extends 'required' | 'optional' | 'shared',
> = Needs[Key] extends readonly (infer Name extends string)[] ? Name : never

/** The addresses of a system, by name. */
export type Contracts<Needs extends ContractNeeds> = {
  readonly [Name in NameOf<Needs, 'required'> | NameOf<Needs, 'shared'>]: Address
} & { readonly [Name in NameOf<Needs, 'optional'>]?: Address }

/** Whether config.json names the system at all. */
export function hasContracts({ contracts }: Pick<Network, 'contracts'>, { group }: ContractNeeds): boolean {
  return contracts[group] !== undefined
}

/** Every contract that config.json names, with its place there: "backstop.registry". */
export function configuredContracts({ contracts }: Pick<Network, 'contracts'>) {
  return Object.entries(contracts).flatMap(([group, names]) =>
    Object.entries(names ?? {}).flatMap(([name, address]) =>
      address === undefined ? [] : [{ group, name, place: `${group}.${name}`, address }],
    ),
  )
}

/**
 * The addresses of a system on this network. What is required is there: config.json was checked for it.
 * @throws when the network does not name the system; its pages are not shown there
 */
export function contractsOf<const Needs extends ContractNeeds>(
  { contracts }: Pick<Network, 'contracts'>,
  needs: Needs,
): Contracts<Needs> {
  const { group, required, optional = [], shared = [] } = needs
  const named = [
    ...shared.map((name) => [name, contracts.shared?.[name]] as const),
    ...[...required, ...optional].map((name) => [name, contracts[group]?.[name]] as const),
  ]
  for (const [name, address] of named)
    if (address === undefined && !optional.includes(name))
      throw new Error(`config.json names no ${name} for ${group} on this network.`)
  return Object.fromEntries(named) as Contracts<Needs>
}
