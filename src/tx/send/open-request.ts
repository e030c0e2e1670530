import { getBlockNumber, getTransactionCount } from 'viem/actions'

import type { ChainClient } from '../../chain/runtime'
import type { Entry } from '../follow/entry'
import { inspect, isKnownByEffect } from '../follow/follow'
import type { Event } from '../follow/machine'

/**
 * Whether a request that is closed in the wallet may have sent something all the same: asked of the chain, never of
 * memory. Where the chain can't tell, the person's word that it is closed counts. `events` is what was found out about it
 * on the way.
 */
export async function mayStillHappen(
  client: ChainClient,
  entry: Entry,
): Promise<{ readonly isOpen: boolean; readonly events: readonly Event[] }> {
  const { account: address, nonce } = entry
  const head = await getBlockNumber(client, { cacheTime: 0 })
  const inspected = async () => {
    const events = await inspect(client, entry, head, 0)
    return { isOpen: events.some(({ type }) => type !== 'notFound' && type !== 'proposed'), events }
  }
  // No nonce tells of a batch or of co-signers: relayers use their own.
  if (isKnownByEffect(entry)) return inspected()
  if (nonce === undefined) return { isOpen: true, events: [] }
  const pending = await getTransactionCount(client, { address, blockTag: 'pending' })
  // Its nonce is free: nothing was sent, or what was dropped would now be replaced.
  if (pending <= nonce) return { isOpen: false, events: [] }
  const used = await getTransactionCount(client, { address })
  if (pending > used) return { isOpen: true, events: [] }
  return inspected()
}
