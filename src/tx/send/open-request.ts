import { getBlockNumber, getTransactionCount } from 'viem/actions'

import type { Entry } from '../follow/entry'
import { inspect, isKnownByEffect } from '../follow/follow'
import type { Followed } from '../follow/follow'
import type { Event } from '../follow/machine'
import { Doubt } from '../follow/sighting'

/**
 * Whether a request that is closed in the wallet may have sent something all the same: asked of the chain, never of
 * memory. Where the chain can't tell, the person's word that it is closed counts; where sources disagree, it may. `events`
 * is what was found out about it on the way, not from transactions that prove other entries (`taken`).
 */
export async function mayStillHappen(
  chain: Followed,
  entry: Entry,
  taken: ReadonlySet<string>,
): Promise<{ readonly isOpen: boolean; readonly events: readonly Event[] }> {
  const { client } = chain
  const { account: address, nonce } = entry
  const head = await getBlockNumber(client, { cacheTime: 0 })
  const inspected = async () => {
    const events = await inspect(chain, entry, head, 0, taken).catch((error: unknown) => {
      if (error instanceof Doubt) return undefined
      throw error
    })
    if (!events) return { isOpen: true, events: [] }
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
