import type { Network } from '../chain/config'
import type { ContractNeeds } from '../chain/contract-needs'
import { contractsOf } from '../chain/contracts'

/** What the Backstop needs of config.json. */
export const backstopNeeds = {
  group: 'backstop',
  required: ['registry', 'btc', 'mstr'],
  shared: ['usdt'],
  tokens: ['usdt', 'btc', 'mstr'],
} as const satisfies ContractNeeds

/** The Backstop's addresses on this network. */
export const backstopContracts = (network: Pick<Network, 'contracts'>) => contractsOf(network, backstopNeeds)
