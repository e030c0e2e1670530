import type { Network } from '../chain/config'
import type { ContractNeeds } from '../chain/contract-needs'
import { contractsOf } from '../chain/contracts'

/**
 * What the four silos need of config.json: the reserve, its settings and trustees, its three tokens, and the pair that
 * conversions go through, which previews them.
 */
export const silosNeeds = {
  group: 'silos',
  required: ['reserve', 'settings', 'trustees', 'usdtz', 'usdc', 'xtz', 'pair'],
  tokens: ['usdtz', 'usdc', 'xtz'],
} as const satisfies ContractNeeds

/** Their addresses on this network. */
export const silosContracts = (network: Pick<Network, 'contracts'>) => contractsOf(network, silosNeeds)
