import type { Hash } from 'viem'
import { getLogs } from 'viem/actions'

import { isRangeRefusal } from '../../chain/log-range'
import { statedRange } from '../../chain/stated-range'
import type { ChainClient } from '../../chain/chain-reader'
import { matchesEffect } from '../plan/effect'
import type { Entry } from './entry'

/** Blocks asked for at once, until a node wants fewer. */
let windowBlocks = 5_000n
/** Windows looked through at a time: the next block goes on from there. */
const windowsAtOnce = 8
/** What a reorganisation may still change is looked through again. */
const unsettledBlocks = 64n

/** By entry: the first block not looked through for good. */
const searchedTo = new Map<string, bigint>()

/**
 * Where the event is that proves what was asked for, searched from the block of the ask on, however long ago that was:
 * co-signers may take weeks. Not in a transaction that proves another entry (`taken`). Undefined while there is none up to where the search has come.
 * @throws what the node says, when it can't be asked
 */
export async function findEffect(
  client: ChainClient,
  { id, askedBlock, effects }: Entry,
  head: bigint,
  taken: ReadonlySet<string>,
): Promise<Hash | undefined> {
  const proof = effects.at(-1)
  if (!proof) return undefined
  let from = searchedTo.get(id) ?? askedBlock + 1n
  for (let window = 0; window < windowsAtOnce && from <= head; window += 1) {
    const last = from + windowBlocks - 1n
    const to = last < head ? last : head
    try {
      const logs = await getLogs(client, { address: proof.address, fromBlock: from, toBlock: to })
      const log = logs.find(
        (candidate) => matchesEffect(candidate, proof) && !taken.has(candidate.transactionHash),
      )
      if (log) return log.transactionHash
    } catch (error) {
      const message = (error as Error).message
      if (!isRangeRefusal(message) || windowBlocks === 1n) throw error
      windowBlocks = statedRange(message, windowBlocks) ?? (windowBlocks + 1n) / 2n
      continue
    }
    from = to + 1n
    const settled = head - unsettledBlocks
    if (from < settled) searchedTo.set(id, from)
  }
  return undefined
}
