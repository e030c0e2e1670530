import { getBlockNumber, getTransactionCount } from 'viem/actions'

import type { ChainClient } from '../chain/runtime'
import type { Entry } from './entry'
import { inspect } from './follow'
import type { Event } from './machine'

/**
 * Whether a request that is closed in the wallet may have sent something all the same: asked of the account's
 * nonces, never of memory. `events` is what was found out about it on the way.
 */
export async function mayStillHappen(
  client: ChainClient,
  entry: Entry,
): Promise<{ readonly isOpen: boolean; readonly events: readonly Event[] }> {
  const { account: address, nonce } = entry
  if (nonce === undefined) return { isOpen: true, events: [] }
  const pending = await getTransactionCount(client, { address, blockTag: 'pending' })
  // Its nonce is free: nothing was sent, or what was dropped would now be replaced.
  if (pending <= nonce) return { isOpen: false, events: [] }
  const used = await getTransactionCount(client, { address })
  if (pending > used) return { isOpen: true, events: [] }
  const head = await getBlockNumber(client, { cacheTime: 0 })
  const events = await inspect(client, entry, head, 0)
  return { isOpen: events.length > 0, events }
}
