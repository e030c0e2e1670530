import type { Network } from '../chain/config'
import type { ContractNeeds } from '../chain/contract-needs'
import { contractsOf } from '../chain/contracts'

/**
 * What TUSDT needs of config.json: its book, which knows every type of vault, and the asset-backing vault, which knows
 * its tokens, its price and its settings. Everything else is read from these two.
 */
export const collateralNeeds = {
  group: 'collateral',
  required: ['book', 'backing'],
  // Where another system names a token of this name, too, it has to be said which one is meant.
  optional: ['usdc', 'tao'],
  tokens: ['usdc', 'tao'],
} as const satisfies ContractNeeds

/** Their addresses on this network. */
export const collateralContracts = (network: Pick<Network, 'contracts'>) =>
  contractsOf(network, collateralNeeds)
