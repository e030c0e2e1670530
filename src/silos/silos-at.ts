import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readTree } from '../chain/read-at'
import { silosContracts } from './contracts'
import { silosOf, silosReads, type Silos } from './snapshot'

/** The reserve at one block, for an account. */
export async function silosAt(at: ChainAt, account: Address): Promise<Silos> {
  const addresses = silosContracts(at.network)
  const data = await readTree(at, silosReads(addresses, account))
  const { number: blockNumber, timestamp } = at.block
  return { blockNumber, timestamp, isStale: false, ...silosOf(data, addresses, timestamp, account) }
}
