import { backstop } from './backstop/system'
import type { Network } from './chain/config'
import { hasContracts } from './chain/contracts'
import { collateral } from './collateral/system'
import { musdt } from './musdt/system'
import { silos } from './silos/system'
import { stbt } from './stbt/system'
import type { System } from './system/system'

/** Every system there is, in the order in which it is shown. The rest of the app knows this list and no room. */
export const systems: readonly System[] = [backstop, musdt, stbt, silos, collateral]

/** Those that config.json names contracts for on this network; the others are hidden. */
export function systemsOn(network: Pick<Network, 'contracts'>): readonly System[] {
  return systems.filter(({ needs }) => hasContracts(network, needs))
}

/** The tokens that config.json names on this network, each once. */
export function tokensOn(network: Pick<Network, 'contracts'>) {
  const { contracts } = network
  const all = systemsOn(network).flatMap(({ needs: { group, tokens = [] }, name: of }) =>
    tokens.flatMap((name) => {
      const shared = contracts.shared?.[name as 'usdt']
      const address = shared ?? contracts[group]?.[name]
      return address === undefined ? [] : [{ address, name, of: shared ? undefined : of }]
    }),
  )
  return all.filter(({ address }, index) => all.findIndex((other) => other.address === address) === index)
}
