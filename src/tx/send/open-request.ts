import { getBlockNumber, getTransactionCount } from 'viem/actions'

import type { ChainClient } from '../../chain/runtime'
import type { Entry } from '../follow/entry'
import { inspect, isKnownByEffect, sameCallSince } from '../follow/follow'
import type { Event } from '../follow/machine'

/**
 * Whether a request that is closed in the wallet may have sent something all the same: asked of the chain, never of
 * memory. Where the chain can't tell, it may, unless the person has said that it is closed. `events` is what was found
 * out about it on the way.
 */
export async function mayStillHappen(
  client: ChainClient,
  entry: Entry,
  isSaidToBeClosed: boolean,
): Promise<{ readonly isOpen: boolean; readonly events: readonly Event[] }> {
  const { account: address, nonce, hash } = entry
  const head = await getBlockNumber(client, { cacheTime: 0 })
  const inspected = async (isOpenUntold: boolean) => {
    const events = await inspect(client, entry, head, 0)
    const isTold = events.some(({ type }) => type !== 'notFound' && type !== 'proposed')
    return { isOpen: isTold || isOpenUntold, events }
  }
  // No nonce tells of a batch or of co-signers: relayers use their own.
  if (isKnownByEffect(entry)) return inspected(!isSaidToBeClosed)
  if (nonce === undefined) return { isOpen: true, events: [] }
  const pending = await getTransactionCount(client, { address, blockTag: 'pending' })
  // Its nonce is free: nothing was sent, or what was dropped would now be replaced.
  if (pending <= nonce) return { isOpen: false, events: [] }
  const used = await getTransactionCount(client, { address })
  if (pending > used) return { isOpen: true, events: [] }
  if (hash !== undefined) return inspected(!isSaidToBeClosed)
  return inspected(!isSaidToBeClosed && !(await sameCallSince(client, entry, head)).isSure)
}
