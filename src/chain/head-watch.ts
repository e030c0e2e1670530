/** A node that has named no new block for this many of them may be stuck. */
const MISSED_BLOCKS = 2.5
const FEWEST_MS = 3_000
const LONGEST_MS = 60_000
/** So much older than this computer's clock, a head may be old from the first look on. */
const OLD_SECONDS = 90n

type Head = { readonly number: bigint; readonly timestamp: bigint }

export type HeadWatch = {
  /** Whether this node's newest block is so old that the others have to be asked for theirs. */
  readonly isOverdue: (host: string, head: Head, nowMs: number) => boolean
  /** Another node was ahead: while this one names the same block, it is compared each time. */
  readonly foundStuck: (host: string) => void
}

/**
 * Tells when a node's newest block may be old: by how long the node has named no other, and at first sight by the
 * block's own time. While the others know no newer one either, the comparing gets rarer.
 */
export function createHeadWatch(blockSeconds: number): HeadWatch {
  const firstWaitMs = Math.min(LONGEST_MS, Math.max(FEWEST_MS, blockSeconds * MISSED_BLOCKS * 1000))
  const seen = new Map<string, { number: bigint; dueMs: number; waitMs: number }>()
  return {
    isOverdue(host, head, nowMs) {
      const before = seen.get(host)
      if (before?.number !== head.number) {
        const isOld = BigInt(Math.floor(nowMs / 1000)) - head.timestamp > OLD_SECONDS
        const isFirst = before === undefined
        seen.set(host, { number: head.number, dueMs: nowMs + firstWaitMs, waitMs: firstWaitMs })
        return isFirst && isOld
      }
      if (nowMs < before.dueMs) return false
      before.waitMs = Math.min(LONGEST_MS, before.waitMs * 2)
      before.dueMs = nowMs + before.waitMs
      return true
    },
    foundStuck(host) {
      const before = seen.get(host)
      if (before) Object.assign(before, { dueMs: 0, waitMs: 0 })
    },
  }
}
