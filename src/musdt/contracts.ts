import type { Network } from '../chain/config'
import type { ContractNeeds } from '../chain/contract-needs'
import { contractsOf } from '../chain/contracts'

/** What the vault needs of config.json: one address, ours or a live GToken. */
export const musdtNeeds = {
  group: 'musdt',
  required: ['vault'],
  tokens: ['vault'],
} as const satisfies ContractNeeds

/** The vault's address on this network. */
export const musdtContracts = (network: Pick<Network, 'contracts'>) => contractsOf(network, musdtNeeds)
