import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readTree } from '../chain/read-at'
import { findLiveness, statedLiveness, witnessesOf } from '../system/liveness'
import { stbtContracts } from './contracts'
import { parsePolicy } from './policy'
import { mayBeLive, stbtOf, stbtReads, type Stbt } from './snapshot'

/** STBT at one block, for an account. */
export async function stbtAt(at: ChainAt, account: Address): Promise<Stbt> {
  const { network, nodes, block } = at
  const addresses = stbtContracts(network)
  const data = await readTree(at, stbtReads(addresses, account))
  const policy = parsePolicy(network.policies?.['stbt'])
  const kind = policy.isOk
    ? { rules: policy.policy.rules, problem: undefined }
    : { rules: undefined, problem: policy.problem }
  const suspect = { address: addresses.stbt, name: 'STBT', setting: 'policies.stbt.rules' }
  const liveness = mayBeLive(data)
    ? (statedLiveness(suspect, kind) ?? (await findLiveness(suspect, witnessesOf(nodes))))
    : undefined
  const { number: blockNumber, timestamp } = block
  return { blockNumber, timestamp, isStale: false, ...stbtOf(data, addresses, account, liveness) }
}
