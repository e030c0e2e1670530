import type { Block } from './head'
import { t } from '../words/t'

const FEWEST_SECONDS = 60
const MISSED_BLOCKS = 10
const OLDEST_SECONDS = 900n

/**
 * Why the newest block may not be the chain's newest, as a sentence, or undefined. Told by this tab's own waiting
 * first; the block's age is told only when it is far off, since the local clock may be wrong too.
 */
export function stallOf(head: Block, blockSeconds: number, nowMs: number): string | undefined {
  const waitedSeconds = (nowMs - head.seenAtMs) / 1000
  if (waitedSeconds > Math.max(FEWEST_SECONDS, blockSeconds * MISSED_BLOCKS))
    return t`The nodes have named no newer block than ${head.number} for over a minute. They may be stuck.`
  const nowSeconds = BigInt(Math.floor(nowMs / 1000))
  if (nowSeconds - head.timestamp > OLDEST_SECONDS)
    return t`Block ${head.number}, the newest the nodes know, is over 15 minutes old, or this computer's clock is wrong.`
  return undefined
}
