import type { Network } from './config'
import { useRuntime } from './network'

type Known = { readonly chainId: number }

/** Where the same site is about this network, at the page of this hash. */
export function hrefOfNetwork<N extends Known>(networks: readonly N[], network: N, hash: string): string {
  const search = network === networks[0] ? '' : `?chain=${network.chainId}`
  // Relative and never empty: an empty one would be this very address, with its query.
  return `./${search}${hash}`
}

/** The others of config.json, each with the address at which this site is about it, at the page of this hash. */
export function useOtherNetworks(
  hash: string,
): readonly { readonly network: Network; readonly href: string }[] {
  const {
    network: shown,
    config: { networks },
  } = useRuntime()
  return networks
    .filter((network) => network.chainId !== shown.chainId)
    .map((network) => ({ network, href: hrefOfNetwork(networks, network, hash) }))
}
