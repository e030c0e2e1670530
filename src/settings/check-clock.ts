import type { Network } from '../chain/config'
import { displayDuration } from '../math/time'
import { t } from '../words/t'
import type { CheckLine } from './check-line'

/** A block may be a little ahead of the time it is made at, and clocks are never quite the same. */
const MOST_BEHIND = 30n
const FEWEST_SECONDS = 120
const MISSED_BLOCKS = 10

/**
 * This device's clock beside the time of the newest block. Dates and countdowns follow the chain; a wrong clock misleads
 * wallets, and hides a node that has stopped. trust.md D22, F30
 * @param timestamp of the newest block, unix seconds
 */
export function checkClock(
  { isDevnet, blockSeconds }: Pick<Network, 'isDevnet' | 'blockSeconds'>,
  timestamp: bigint,
  nowMs: number,
): CheckLine {
  const what = t`Clock of this device`
  if (isDevnet)
    return {
      what,
      outcome: 'unchecked',
      says: t`A local chain keeps a time of its own: there is nothing to compare with.`,
    }
  const ahead = BigInt(Math.floor(nowMs / 1000)) - timestamp
  if (ahead < -MOST_BEHIND)
    return {
      ...{ what, outcome: 'differs' },
      says: t`The newest block was made ${displayDuration(-ahead)} after what this clock shows: the clock is slow, or the node tells a false time.`,
    }
  if (ahead > BigInt(Math.ceil(Math.max(FEWEST_SECONDS, blockSeconds * MISSED_BLOCKS))))
    return {
      ...{ what, outcome: 'differs' },
      says: t`The newest block is ${displayDuration(ahead)} old by this clock: the clock is fast, or no newer block reaches this page. Which of the two can’t be told here.`,
    }
  return {
    ...{ what, outcome: 'agrees' },
    says: t`By this clock the newest block is ${displayDuration(ahead)} old, as it should be.`,
  }
}
