import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { readLive } from '../chain/read-at'
import { findLiveness, statedLiveness, witnessesOf } from '../system/liveness'
import { known, unknown } from '../system/plan-option'
import type { Found } from '../system/script'
import { musdtContracts } from './contracts'
import { musdtLive, type MusdtView } from './live'
import { toldKind } from './policy'
import { LOCKS_AT_ONCE } from './snapshot'
import { agreedState, mayBeGToken } from './state'

/** The vault at one block, for an account. */
export async function vaultAt(at: ChainAt, account: Address): Promise<Found<MusdtView>> {
  const { network, nodes } = at
  const address = musdtContracts(network).vault
  const { data, shown } = await readLive(at, musdtLive(network, address, account, LOCKS_AT_ONCE))
  if (shown.status === 'error') return unknown(shown.reason)
  if (shown.status === 'loading') return unknown('Not all of the vault could be read at this block.')
  const { vault, locks } = shown.view
  const suspect = { address, name: 'the vault', setting: 'policies.musdt.rules' }
  const liveness = mayBeGToken(data.vault)
    ? (statedLiveness(suspect, toldKind(network.policies?.['musdt'])) ??
      (await findLiveness(suspect, witnessesOf(nodes))))
    : undefined
  return known({ vault: { ...vault, state: agreedState(vault.state, liveness) }, locks })
}
