import type { Network } from '../chain/config'
import type { ContractNeeds } from '../chain/contract-needs'
import { contractsOf } from '../chain/contracts'

/** What the four silos need of config.json: the reserve, its votes and settings, and its three tokens. */
export const silosNeeds = {
  group: 'silos',
  required: ['reserve', 'trustees', 'settings', 'usdtz', 'usdc', 'xtz'],
  optional: ['pair'],
} as const satisfies ContractNeeds

/** Their addresses on this network. */
export const silosContracts = (network: Pick<Network, 'contracts'>) => contractsOf(network, silosNeeds)
