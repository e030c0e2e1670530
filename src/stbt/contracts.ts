import type { Network } from '../chain/config'
import type { ContractNeeds } from '../chain/contract-needs'
import { contractsOf } from '../chain/contracts'

/** What STBT needs of config.json, ours or the live contracts: the token, its Minter, its queue and its wrapper. */
export const stbtNeeds = {
  group: 'stbt',
  required: ['stbt', 'minter', 'timelock', 'wstbt'],
  optional: ['reserveFeed'],
  tokens: ['stbt', 'wstbt'],
} as const satisfies ContractNeeds

/** Their addresses on this network. */
export const stbtContracts = (network: Pick<Network, 'contracts'>) => contractsOf(network, stbtNeeds)
