import type { Hex } from 'viem'

export type Block = {
  readonly number: bigint
  /** Unix seconds. */
  readonly timestamp: bigint
  readonly hash: Hex
  readonly parentHash: Hex
  /** Local clock when this tab first saw the block. Only differences of it mean anything. */
  readonly seenAtMs: number
}

/** What the ticker remembers between two polls. */
export type HeadMemory = {
  readonly head: Block
  /** Hashes of the heights seen lately, oldest first. */
  readonly seen: readonly Pick<Block, 'number' | 'hash'>[]
  readonly lowerPolls: number
  /** Blocks this tab has shown are gone. */
  readonly hasReorged: boolean
}

const REMEMBERED_BLOCKS = 64
/** A node that stays behind this many polls is not a straggler: it is what there is to read. */
const POLLS_UNTIL_LOWER_WINS = 3

/**
 * Which head to show after a poll. A higher one wins. A lower one is a node that lags behind another and is
 * ignored, unless a block we saw has another hash there (a reorg) or it persists.
 */
export function nextHead(memory: HeadMemory | undefined, polled: Block): HeadMemory {
  if (!memory) return { head: polled, seen: [polled], lowerPolls: 0, hasReorged: false }
  const hashAt = (height: bigint) => memory.seen.find(({ number }) => number === height)?.hash
  const known = hashAt(polled.number)
  const parent = hashAt(polled.number - 1n)
  const hasReorged =
    (known !== undefined && known !== polled.hash) || (parent !== undefined && parent !== polled.parentHash)

  if (!hasReorged && polled.number === memory.head.number)
    return { ...memory, lowerPolls: 0, hasReorged: false }
  const isLower = polled.number < memory.head.number
  if (!hasReorged && isLower && memory.lowerPolls + 1 < POLLS_UNTIL_LOWER_WINS)
    return { ...memory, lowerPolls: memory.lowerPolls + 1, hasReorged: false }

  const below = memory.seen.filter(({ number }) => number < polled.number)
  // After a reorg nothing tells how deep it went: the old heights are forgotten.
  const kept = hasReorged ? [] : below
  return {
    head: polled,
    seen: [...kept, polled].slice(-REMEMBERED_BLOCKS),
    lowerPolls: 0,
    hasReorged: hasReorged || isLower,
  }
}
